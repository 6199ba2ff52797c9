package com.mockhu.dm.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between tries, each about twice as long as the one before. Half of each is random, so that
 * clients that lost a server together do not return together.
 */
public final class Backoff {
  private static final long FIRST_MILLISECONDS = 250;
  private static final long LONGEST_MILLISECONDS = 30_000;

  private long next = FIRST_MILLISECONDS;

  /** Starts again after a success. */
  public void reset() {
    next = FIRST_MILLISECONDS;
  }

  /** The next pause, at least as long as the server asked for. */
  public Duration next(Duration asked) {
    long milliseconds = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
    next = Math.min(next * 2, LONGEST_MILLISECONDS);
    return Duration.ofMillis(Math.max(milliseconds, asked.toMillis()));
  }

  /** Waits for the next pause; false when the thread was interrupted. */
  boolean pause(Duration asked) {
    try {
      Thread.sleep(next(asked));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
