package com.mockhu.dm.presence;

import java.util.concurrent.locks.LockSupport;

/** The time by which one thread holds itself to a rate. */
interface Pace {

  /** Only differences mean anything. */
  long nanos();

  /** Returns early when the thread is interrupted. */
  void waitUntil(long nanos);

  static Pace system() {
    return new Pace() {
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
