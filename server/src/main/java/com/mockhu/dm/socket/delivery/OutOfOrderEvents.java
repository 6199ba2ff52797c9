package com.mockhu.dm.socket.delivery;

import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps events that were offered before their turn, so that only those missing before them have to
 * be read back. Not thread-safe.
 */
final class OutOfOrderEvents {
  /** Bounds memory: a socket that is further behind reads the rest from the database. */
  private static final int MOST = 32;

  /** Null while empty, as it nearly always is. */
  private TreeMap<Long, FeedPosition.Event> events;

  void add(FeedPosition.Event event) {
    events = events == null ? new TreeMap<>() : events;
    events.put(event.seq(), event);
    if (events.size() > MOST) {
      // The events after the gap are read back with it; the furthest would need another read.
      events.pollFirstEntry();
    }
  }

  /** The event that follows {@code position}; null when it is not here. Drops earlier ones. */
  FeedPosition.Event after(long position) {
    FeedPosition.Event next = null;
    while (events != null && next == null && events.firstKey() <= position + 1) {
      Map.Entry<Long, FeedPosition.Event> first = events.pollFirstEntry();
      next = first.getKey() > position ? first.getValue() : null;
      events = events.isEmpty() ? null : events;
    }
    return next;
  }

  void clear() {
    events = null;
  }
}
