package com.mockhu.dm.socket.delivery;

import com.mockhu.dm.socket.transport.OutboundQueue;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@code hello} the first frame of a connection (behaviour §7): earlier text waits for it.
 *
 * <p>A connection is registered before its position in the feed is read, so that no event is lost
 * in between. Presence and errors can therefore be written before the greeting.
 *
 * <p>Threads: any.
 */
public final class HelloGate {
  /** Bounds the memory of a connection that waits for the database; further frames are dropped. */
  private static final int MOST_HELD = 128;

  private final OutboundQueue outbound;

  /** Null after the greeting. */
  private volatile List<String> held = new ArrayList<>(0);

  public HelloGate(OutboundQueue outbound) {
    this.outbound = outbound;
  }

  public void write(String text) {
    if (held == null) {
      outbound.write(text);
    } else {
      hold(text);
    }
  }

  private synchronized void hold(String text) {
    if (held == null) {
      outbound.write(text);
    } else if (held.size() < MOST_HELD) {
      held.add(text);
    }
  }

  /** Writes the greeting, and everything that waited for it. */
  public synchronized void greet(String hello) {
    outbound.write(hello);
    held.forEach(outbound::write);
    held = null;
  }
}
