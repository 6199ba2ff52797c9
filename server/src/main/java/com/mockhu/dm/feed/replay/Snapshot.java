package com.mockhu.dm.feed.replay;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** A feature's part of a fresh start. */
@FunctionalInterface
public interface Snapshot {
  /**
   * Adds what comes after {@code after} (null at the beginning), a bounded amount.
   *
   * @return where to go on, or null when all was given
   */
  UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page) throws SQLException;
}
