package com.mockhu.dm.socket.delivery;

import com.mockhu.dm.feed.log.Frame;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Events that came before their turn, kept for when it comes: what is missing before them is then
 * all that has to be read back. Not thread-safe.
 */
final class OutOfOrderEvents {
  /** A socket that is further behind finds the rest in the database. */
  private static final int MOST = 32;

  /** Null at rest. */
  private TreeMap<Long, Event> events;

  record Event(long seq, UUID subjectId, Frame frame) {}

  void add(Event event) {
    events = events == null ? new TreeMap<>() : events;
    events.put(event.seq(), event);
    if (events.size() > MOST) {
      // What is nearest is read back first; the furthest would have to be read again.
      events.pollFirstEntry();
    }
  }

  /** The event behind {@code position}, if it is here; forgets those before. */
  Event after(long position) {
    Event next = null;
    while (events != null && next == null && events.firstKey() <= position + 1) {
      Map.Entry<Long, Event> first = events.pollFirstEntry();
      next = first.getKey() > position ? first.getValue() : null;
      events = events.isEmpty() ? null : events;
    }
    return next;
  }

  void clear() {
    events = null;
  }
}
