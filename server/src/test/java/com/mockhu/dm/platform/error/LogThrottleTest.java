package com.mockhu.dm.platform.error;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogThrottleTest {
  private long now = Long.MAX_VALUE - 5;
  private final LogThrottle<String> throttle = new LogThrottle<>(() -> now);

  @Test
  void one_line_in_ten_seconds_is_allowed_for_each_key() {
    assertTrue(throttle.allows("full"));
    assertFalse(throttle.allows("full"));
    assertTrue(throttle.allows("away"));
    now += LogThrottle.QUIET.toNanos() - 1;
    assertFalse(throttle.allows("full"));
    now += 1;
    assertTrue(throttle.allows("full"));
    assertFalse(throttle.allows("full"));
  }
}
