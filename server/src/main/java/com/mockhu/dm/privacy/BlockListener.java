package com.mockhu.dm.privacy;

import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** A feature that must change together with a block. */
@FunctionalInterface
public interface BlockListener {
  /**
   * Runs in the transaction that blocks or unblocks, which holds the locks of the two people's rows
   * and no other. What it has to tell goes into {@code batch}, so that feeds are locked once and in
   * order.
   */
  void blockChanged(
      Transaction transaction, FeedBatch batch, UUID blocker, UUID blocked, boolean isBlocked)
      throws SQLException;
}
