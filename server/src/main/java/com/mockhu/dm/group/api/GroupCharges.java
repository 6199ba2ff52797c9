package com.mockhu.dm.group.api;

import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Charges what people do to groups; what was refused or changed nothing is given back. */
public final class GroupCharges {
  private static final Duration DAY = Duration.ofDays(1);

  public static final RateLimit GROUPS_PER_DAY = new RateLimit("groups_per_day", 50, DAY);
  public static final RateLimit ADDS_PER_DAY = new RateLimit("adds_per_day", 500, DAY);
  public static final RateLimit CHANGES_PER_MINUTE = new RateLimit("group_changes_per_minute", 30);

  private final RateLimits limits;

  public GroupCharges(RateLimits limits) {
    this.limits = limits;
  }

  /** {@code isCounted}: whether the result is worth the charge. */
  <T> T charged(RateLimit limit, UUID person, Supplier<T> work, Predicate<T> isCounted) {
    return charged(limit, person, 1, work, result -> isCounted.test(result) ? 1 : 0);
  }

  /**
   * @param most what it can cost
   * @param cost what it did cost
   */
  <T> T charged(RateLimit limit, UUID person, int most, Supplier<T> work, ToIntFunction<T> cost) {
    List<RateLimits.Permit> permits = new ArrayList<>();
    int due = 0;
    try {
      while (permits.size() < most) {
        permits.add(limits.charge(limit, person));
      }
      T result = work.get();
      due = cost.applyAsInt(result);
      return result;
    } finally {
      permits
          .subList(Math.min(due, permits.size()), permits.size())
          .forEach(RateLimits.Permit::giveBack);
    }
  }
}
