package com.mockhu.dm.feed.consumer;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/**
 * A feature that acts on committed events, such as an outbox of notifications or a search index.
 */
public interface EventConsumer {

  /** The key of its position in the database; must be the same at every server and never change. */
  String name();

  /**
   * Acknowledges the events by returning. When it throws, the transaction is rolled back, and the
   * same events come again a second later. It must wait for nothing but the database: no consumer
   * reads past an open transaction. For other systems it writes an outbox.
   *
   * @param transaction moves the position as well
   */
  void accept(Transaction transaction, List<CommittedEvent> events) throws SQLException;
}
