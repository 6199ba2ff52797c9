package com.mockhu.dm.platform.health;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Something the server needs.
 *
 * @param name one word, shown to all clients
 * @param isEssential whether the server cannot serve without it
 * @param fresh how long a result is kept: longer where the check costs another service something
 */
public record Dependency(String name, boolean isEssential, Duration fresh, Check look) {
  public static final String OK = "ok";
  public static final String DOWN = "down";

  /** Several probes in this time share one check. */
  private static final Duration MOMENT = Duration.ofMillis(250);

  /** {@code isThere}: whether it is there; may block, and may throw when it is not. */
  public Dependency(String name, boolean isEssential, Callable<Boolean> isThere) {
    this(name, isEssential, MOMENT, () -> isThere.call() ? OK : DOWN);
  }
}
