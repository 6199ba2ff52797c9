package com.mockhu.dm.platform.limit;

import com.mockhu.dm.platform.settings.Environment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether rate limits hold, and the quota of each.
 *
 * @param on {@code false} lifts rate limits, never size limits
 */
public record LimitSettings(boolean on, Map<RateLimit, Integer> quotas) {
  public static final LimitSettings OFF = new LimitSettings(false, Map.of());

  private static final long MOST = 1_000_000;

  /** {@code all}: every limit of the server; fixed ones have no setting. */
  public static LimitSettings from(Environment environment, Collection<? extends Limit> all) {
    Map<RateLimit, Integer> quotas = new LinkedHashMap<>();
    for (Limit limit : all) {
      if (limit instanceof RateLimit rate) {
        quotas.put(rate, (int) environment.number(rate.setting(), rate.fallback(), 1, MOST));
      }
    }
    return new LimitSettings(environment.flag("DM_LIMITS", true), quotas);
  }

  int quota(RateLimit limit) {
    Integer quota = quotas.get(limit);
    if (quota == null) {
      throw new IllegalStateException(limit.name() + " is not in the list of limits");
    }
    return quota;
  }
}
