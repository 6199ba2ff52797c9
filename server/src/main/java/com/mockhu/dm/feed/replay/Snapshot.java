package com.mockhu.dm.feed.replay;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** A feature's part of a fresh start. */
@FunctionalInterface
public interface Snapshot {
  /**
   * Adds a bounded page of what follows {@code after}, which is null for the first page.
   *
   * @return the {@code after} of the next page, or null after the last
   */
  UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page) throws SQLException;
}
