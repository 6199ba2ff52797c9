package com.mockhu.dm.platform.health;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Something the server needs.
 *
 * @param name one word, shown to everybody
 * @param isEssential whether the server cannot serve without it
 * @param fresh how long what was seen counts: what costs others something is looked at rarely
 */
public record Dependency(String name, boolean isEssential, Duration fresh, Check look) {
  public static final String OK = "ok";
  public static final String DOWN = "down";

  /** Probes of several kinds come every few seconds; none needs a look of its own. */
  private static final Duration MOMENT = Duration.ofMillis(250);

  /** {@code isThere}: whether it is there; may block, and may throw when it is not. */
  public Dependency(String name, boolean isEssential, Callable<Boolean> isThere) {
    this(name, isEssential, MOMENT, () -> isThere.call() ? OK : DOWN);
  }
}
