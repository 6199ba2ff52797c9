package com.mockhu.dm.platform.error;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Allows one line of the log in ten seconds for each key: while something is away every request
 * fails, and a line each would bury all else. Keys come from a fixed set.
 */
public final class LogThrottle<K> {
  public static final Duration QUIET = Duration.ofSeconds(10);

  private final Map<K, Long> allowed = new ConcurrentHashMap<>();
  private final LongSupplier nanos;

  public LogThrottle() {
    this(System::nanoTime);
  }

  LogThrottle(LongSupplier nanos) {
    this.nanos = nanos;
  }

  public boolean allows(K key) {
    long now = nanos.getAsLong();
    boolean[] isDue = new boolean[1];
    allowed.compute(
        key,
        (same, last) -> {
          isDue[0] = last == null || now - last >= QUIET.toNanos();
          return isDue[0] ? (Long) now : last;
        });
    return isDue[0];
  }
}
