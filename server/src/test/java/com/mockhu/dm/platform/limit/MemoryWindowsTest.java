package com.mockhu.dm.platform.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class MemoryWindowsTest extends WindowsContract {
  /** Near the end of what a clock of nanoseconds can show, where it wraps. */
  private static final AtomicLong NOW =
      new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(5).toNanos());

  @Override
  Windows windows() {
    return new MemoryWindows(NOW::get);
  }

  @Override
  void passes(Duration time) {
    NOW.addAndGet(time.toNanos());
  }
}
