package com.mockhu.dm.platform.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sliding windows: in no 60 seconds are more accepted than the limit says (behaviour §11). Counts
 * live in this process.
 */
public final class RateLimits {
  private static final long WINDOW_SECONDS = 60;
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(WINDOW_SECONDS);

  /** Enough for every active user of a node; beyond it the quietest are forgotten first. */
  private static final int MOST_KEYS = 400_000;

  private static final Permit FREE = () -> {};

  private final LimitSettings settings;
  private final LongSupplier nanos;
  private final Tally<Limit> refusals =
      new Tally<>(
          Metric.counter(
              "dm_rate_limited", "What was refused because a limit was reached", "limit"),
          Limit.class,
          Limit::label);
  private final Cache<Key, Window> windows =
      Caffeine.newBuilder()
          .maximumSize(MOST_KEYS)
          .expireAfterAccess(Duration.ofSeconds(WINDOW_SECONDS))
          .build();

  private record Key(Limit limit, Object subject) {}

  /** What was charged; given back when the thing was refused after all. */
  @FunctionalInterface
  public interface Permit {
    void giveBack();
  }

  public RateLimits(LimitSettings settings, LongSupplier nanos) {
    this.settings = settings;
    this.nanos = nanos;
  }

  /**
   * Charges one.
   *
   * @throws ApiException {@code rate_limited} with the seconds to wait
   */
  public Permit charge(Limit limit, Object subject) {
    if (!settings.on()) {
      return FREE;
    }
    int quota = settings.perMinute().get(limit);
    Window window = windows.get(new Key(limit, subject), key -> new Window(quota, WINDOW_NANOS));
    long now = nanos.getAsLong();
    Runnable forget = Charges.note(limit, subject);
    long wait = window.take(now);
    if (wait > 0) {
      refusals.add(limit);
      throw refused(limit, quota, wait);
    }
    return () -> {
      window.giveBack(now);
      forget.run();
    };
  }

  /** False when rates are not limited at all. */
  public boolean isOn() {
    return settings.on();
  }

  public void addMeters(Meters meters) {
    meters.add(refusals.counter());
    meters.gauge("dm_rate_windows", "Subjects being counted", windows::estimatedSize);
  }

  /** How much is left; empty while limits are off. */
  public Optional<Standing> standing(Limit limit, Object subject) {
    if (!settings.on()) {
      return Optional.empty();
    }
    int quota = settings.perMinute().get(limit);
    Window window = windows.getIfPresent(new Key(limit, subject));
    long now = nanos.getAsLong();
    int free = window == null ? quota : window.free(now);
    long wait = window == null ? 0 : seconds(window.untilNext(now));
    return Optional.of(new Standing(limit.label(), quota, WINDOW_SECONDS, free, wait));
  }

  /** Rounded up: waiting that long must be enough. */
  private static long seconds(long nanos) {
    return -Math.floorDiv(-nanos, TimeUnit.SECONDS.toNanos(1));
  }

  /** How many there may be at once, for a limit that is not counted per minute. */
  public int most(Limit limit) {
    return settings.on() ? settings.perMinute().get(limit) : Integer.MAX_VALUE;
  }

  private static ApiException refused(Limit limit, int quota, long waitNanos) {
    long seconds = Math.max(1, seconds(waitNanos));
    return new ApiException(
        ErrorCode.RATE_LIMITED,
        "Too many; the limit " + limit.label() + " is " + quota + ".",
        Map.of(
            "retry_after", seconds,
            "limit", limit.label(),
            "quota", quota,
            "window", WINDOW_SECONDS));
  }
}
