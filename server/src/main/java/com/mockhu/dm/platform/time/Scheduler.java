package com.mockhu.dm.platform.time;

import java.time.Duration;

/** Runs work later. */
public interface Scheduler extends AutoCloseable {

  /** Work that waits for its time. */
  @FunctionalInterface
  interface Task {
    /** Without effect when it has begun. */
    void cancel();
  }

  /** Only differences mean anything, as with {@link System#nanoTime}. */
  long nanos();

  Task after(Duration delay, Runnable work);

  /** Drops what has not begun. */
  @Override
  void close();

  /** By the machine's clock, on a thread of this name. */
  static Scheduler system(String name) {
    return new SystemScheduler(name);
  }
}
