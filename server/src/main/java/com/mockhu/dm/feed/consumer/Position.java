package com.mockhu.dm.feed.consumer;

import java.util.UUID;

/** The position of the last event that was read, in the order of reading. */
record Position(long tx, UUID userId, long seq) {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Before all events of the transaction. */
  static Position before(long tx) {
    return new Position(tx, BEFORE_ALL, 0);
  }
}
