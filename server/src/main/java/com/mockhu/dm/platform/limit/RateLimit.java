package com.mockhu.dm.platform.limit;

import java.util.Locale;

/**
 * How often a subject (a person, a network address, a connection) may do something in a minute, or
 * how many of something it may have at once. The setting {@code DM_LIMITS_} and the name changes
 * it.
 */
public record RateLimit(String name, int fallback) implements Limit {

  @Override
  public long value() {
    return fallback;
  }

  String setting() {
    return "DM_LIMITS_" + name.toUpperCase(Locale.ROOT);
  }
}
