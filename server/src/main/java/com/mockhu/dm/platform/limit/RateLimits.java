package com.mockhu.dm.platform.limit;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Sliding windows: in no 60 seconds are more accepted than the limit says (behaviour §11). */
public final class RateLimits {
  private static final long WINDOW_SECONDS = 60;

  private static final Permit FREE = () -> {};

  private final LimitSettings settings;
  private final Tally<RateLimit> refusals;
  private final Windows windows;
  private final Slots slots = new MemorySlots();

  /** A charge; given back when the request is refused later. */
  @FunctionalInterface
  public interface Permit {
    void giveBack();
  }

  /** Counts in this process, by a time that only ever grows. */
  public RateLimits(LimitSettings settings, LongSupplier nanos) {
    this(settings, new MemoryWindows(nanos));
  }

  RateLimits(LimitSettings settings, Windows windows) {
    this.settings = settings;
    this.windows = windows;
    this.refusals =
        new Tally<>(
            Metric.counter(
                "dm_rate_limited", "What was refused because a limit was reached", "limit"),
            settings.quotas().keySet(),
            RateLimit::name);
  }

  /**
   * Charges one.
   *
   * @throws ApiException {@code rate_limited} with the seconds to wait
   */
  public Permit charge(RateLimit limit, Object subject) {
    if (!settings.on()) {
      return FREE;
    }
    int quota = settings.quota(limit);
    Runnable forget = Charges.note(limit, subject);
    Windows.Taken taken = windows.take(new Windows.Key(limit, subject), quota);
    if (taken.waitNanos() > 0) {
      refusals.add(limit);
      throw refused(limit, quota, taken.waitNanos());
    }
    return () -> {
      taken.giveBack().run();
      forget.run();
    };
  }

  /** Counts what a subject does at the same time, also while rates are not limited. */
  public Slots slots() {
    return slots;
  }

  /** False when rates are not limited at all. */
  public boolean isOn() {
    return settings.on();
  }

  public void addMeters(Meters meters) {
    meters.add(refusals.counter());
    meters.gauge("dm_rate_windows", "Subjects being counted", windows::size);
  }

  /** How much is left; empty while limits are off. */
  public Optional<RateLimitStatus> status(RateLimit limit, Object subject) {
    if (!settings.on()) {
      return Optional.empty();
    }
    int quota = settings.quota(limit);
    Windows.Usage usage = windows.usage(new Windows.Key(limit, subject), quota);
    long wait = seconds(usage.untilNextNanos());
    return Optional.of(
        new RateLimitStatus(limit.name(), quota, WINDOW_SECONDS, usage.free(), wait));
  }

  /** Rounded up: waiting that long must be enough. */
  private static long seconds(long nanos) {
    return -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1));
  }

  /** How many there may be at once, for a limit that is not counted per minute. */
  public int most(RateLimit limit) {
    return settings.on() ? settings.quota(limit) : Integer.MAX_VALUE;
  }

  private static ApiException refused(RateLimit limit, int quota, long waitNanos) {
    long seconds = Math.max(1, seconds(waitNanos));
    return new ApiException(
        ErrorCode.RATE_LIMITED,
        "The limit " + limit.name() + " of " + quota + " is reached.",
        Map.of(
            "retry_after", seconds,
            "limit", limit.name(),
            "quota", quota,
            "window", WINDOW_SECONDS));
  }
}
