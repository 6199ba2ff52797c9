package com.mockhu.dm.platform.limit;

import java.time.Duration;
import java.util.Locale;

/**
 * How often a subject (a person, a network address, a connection) may do something in a window, or
 * how many of something it may have at once. The setting {@code DM_LIMITS_} and the name changes
 * it.
 */
public record RateLimit(String name, int fallback, Duration window) implements Limit {

  /** In a minute. */
  public RateLimit(String name, int fallback) {
    this(name, fallback, Duration.ofMinutes(1));
  }

  @Override
  public long value() {
    return fallback;
  }

  String setting() {
    return "DM_LIMITS_" + name.toUpperCase(Locale.ROOT);
  }
}
