package com.mockhu.dm.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what nobody announces. */
public final class Patience {
  private static final Duration POLL = Duration.ofMillis(20);

  private Patience() {}

  public static void until(String what, Duration most, BooleanSupplier condition) {
    long end = System.nanoTime() + most.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + most + ": " + what);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
