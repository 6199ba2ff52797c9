package com.mockhu.dm.support.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what nobody announces, and says how long a test may wait for anything. A wait that is
 * fulfilled costs nothing, however long it might have been.
 */
public final class Patience {
  /**
   * For what a server on a busy machine does sooner or later; only what never comes takes so long.
   */
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
