package com.mockhu.dm.platform.limit;

import com.mockhu.dm.platform.settings.Environment;
import java.util.EnumMap;
import java.util.Map;

/**
 * Whether rate limits hold, and how many a minute each allows.
 *
 * @param on {@code false} lifts rate limits, never size limits
 */
public record LimitSettings(boolean on, Map<Limit, Integer> perMinute) {
  public static final LimitSettings OFF = new LimitSettings(false, Map.of());

  private static final long MOST = 1_000_000;

  public static LimitSettings from(Environment environment) {
    Map<Limit, Integer> perMinute = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      perMinute.put(limit, (int) environment.number(limit.setting(), limit.fallback(), 1, MOST));
    }
    return new LimitSettings(environment.flag("DM_LIMITS", true), perMinute);
  }
}
