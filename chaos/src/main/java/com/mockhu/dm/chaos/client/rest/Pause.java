package com.mockhu.dm.chaos.client.rest;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting, for a while or for something. */
public final class Pause {
  private static final long POLL_MILLIS = 20;

  private Pause() {}

  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was interrupted", e);
    }
  }

  /** True once it holds; false when it does not in that time. */
  public static boolean until(Duration longest, BooleanSupplier condition) {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      millis(POLL_MILLIS);
    }
    return true;
  }
}
