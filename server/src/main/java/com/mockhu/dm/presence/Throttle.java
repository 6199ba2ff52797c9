package com.mockhu.dm.presence;

import java.util.concurrent.locks.LockSupport;

/** The clock by which one thread limits its own rate. */
interface Throttle {

  /** As {@link System#nanoTime}: only differences count. */
  long nanos();

  /** Returns early when the thread is interrupted. */
  void waitUntil(long nanos);

  static Throttle system() {
    return new Throttle() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void waitUntil(long nanos) {
        while (nanos - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
          LockSupport.parkNanos(nanos - System.nanoTime());
        }
      }
    };
  }
}
