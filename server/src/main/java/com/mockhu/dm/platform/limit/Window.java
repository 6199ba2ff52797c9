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
    while (!taken.isEmpty() && now - taken.getFirst() >= length) {
      taken.removeFirst();
    }
    if (taken.size() >= quota) {
      return length - (now - taken.getFirst());
    }
    taken.addLast(now);
    return 0;
  }

  synchronized void giveBack(long time) {
    taken.removeLastOccurrence(time);
  }
}
