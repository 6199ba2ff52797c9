package com.mockhu.dm.platform.limit;

import java.util.ArrayDeque;

/** The times of what one subject was allowed in the last window. */
final class Window {
  private final int quota;
  private final long length;
  private final ArrayDeque<Long> taken = new ArrayDeque<>();

  Window(int quota, long length) {
    this.quota = quota;
    this.length = length;
  }

  /** 0 when taken, otherwise how long until one is free. */
  synchronized long take(long now) {
    forget(now);
    if (taken.size() >= quota) {
      return length - (now - taken.getFirst());
    }
    taken.addLast(now);
    return 0;
  }

  private void forget(long now) {
    while (!taken.isEmpty() && now - taken.getFirst() >= length) {
      taken.removeFirst();
    }
  }

  synchronized int free(long now) {
    forget(now);
    return quota - taken.size();
  }

  /** How long until one more is free; 0 while all are. */
  synchronized long untilNext(long now) {
    forget(now);
    return taken.isEmpty() ? 0 : length - (now - taken.getFirst());
  }

  synchronized void giveBack(long time) {
    taken.removeLastOccurrence(time);
  }
}
