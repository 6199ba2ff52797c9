package com.mockhu.dm.support.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for a condition without an event, and defines how long a test may wait. A fulfilled wait
 * ends at once, so a high limit costs nothing.
 */
public final class Patience {
  /** For a server on a busy machine; only a condition that is never fulfilled takes so long. */
  public static final Duration LONGEST = Duration.ofSeconds(30);

  /** For a program to start. */
  public static final Duration STARTUP = Duration.ofSeconds(120);

  private static final Duration POLL = Duration.ofMillis(20);

  private Patience() {}

  public static void until(String what, BooleanSupplier condition) {
    until(what, LONGEST, condition);
  }

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
