package com.mockhu.dm.feed.consumer;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/** A feature that acts on what was committed: an outbox of notifications, a search index. */
public interface EventConsumer {

  /** The same at every server and for ever: its position is kept by it. */
  String name();

  /**
   * Acknowledges the events by returning. When it throws, nothing of this transaction happens, and
   * the same events come again a second later. It must not wait for anything but the database,
   * since no consumer reads past a transaction that is open: what goes elsewhere is written to an
   * outbox.
   *
   * @param transaction moves the position as well
   */
  void accept(Transaction transaction, List<CommittedEvent> events) throws SQLException;
}
