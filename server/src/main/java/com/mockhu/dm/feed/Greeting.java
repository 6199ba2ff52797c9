package com.mockhu.dm.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps {@code hello} the first frame of a connection (behaviour §7): text written before it waits.
 *
 * <p>A connection is registered before its position in the feed is read, so that no event is lost
 * in between. Live events and errors can therefore be written before the greeting.
 *
 * <p>Threads: any.
 */
final class Greeting {
  /** Bounds the memory of a connection that waits for the database; live events may be dropped. */
  private static final int MOST_HELD = 128;

  private final Wire wire;

  /** Null after the greeting. */
  private volatile List<String> held = new ArrayList<>(0);

  Greeting(Wire wire) {
    this.wire = wire;
  }

  void write(String text) {
    if (held == null) {
      wire.write(text);
    } else {
      hold(text);
    }
  }

  private synchronized void hold(String text) {
    if (held == null) {
      wire.write(text);
    } else if (held.size() < MOST_HELD) {
      held.add(text);
    }
  }

  /** Writes the greeting, and everything that waited for it. */
  synchronized void greet(String hello) {
    wire.write(hello);
    held.forEach(wire::write);
    held = null;
  }
}
