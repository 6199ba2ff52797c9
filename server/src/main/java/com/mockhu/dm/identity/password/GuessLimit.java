package com.mockhu.dm.identity.password;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how fast passwords can be guessed (behaviour §2.3). Each pair of a name and an address has
 * a limit, so a stranger cannot lock the owner out; wrong passwords for a name, from any address,
 * delay the next responses for it by up to {@link #LONGEST_MILLIS}, but never refuse the right
 * password. Names that do not exist are counted in the same way.
 */
public final class GuessLimit {
  /** For one name from one address. */
  public static final RateLimit SIGN_INS_PER_MINUTE = new RateLimit("sign_ins_per_minute", 10);

  static final int FREE_FAILURES = 10;
  static final long FIRST_MILLIS = 250;
  static final long LONGEST_MILLIS = 4_000;
  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final int MOST_NAMES = 100_000;
  private static final int LONGEST_NAME = 64;

  private final RateLimits limits;
  private final Pause pause;
  private final Cache<String, Integer> failures =
      Caffeine.newBuilder().maximumSize(MOST_NAMES).expireAfterWrite(MEMORY).build();

  private record Subject(String name, String address) {}

  /** Delays a response. */
  @FunctionalInterface
  public interface Pause {
    void of(long millis) throws InterruptedException;
  }

  public GuessLimit(RateLimits limits, Pause pause) {
    this.limits = limits;
    this.pause = pause;
  }

  /** Sleeps on the calling virtual thread. */
  public static GuessLimit system(RateLimits limits) {
    return new GuessLimit(limits, TimeUnit.MILLISECONDS::sleep);
  }

  /**
   * Call before checking a password.
   *
   * @throws com.mockhu.dm.platform.error.ApiException {@code rate_limited}
   */
  public void admit(String name, String address) {
    String key = key(name);
    limits.charge(SIGN_INS_PER_MINUTE, new Subject(key, address));
    long millis = millis(failures.getIfPresent(key));
    if (limits.isOn() && millis > 0) {
      await(millis);
    }
  }

  /** Call after a wrong password. */
  public void failed(String name) {
    failures.asMap().merge(key(name), 1, Integer::sum);
  }

  /** Doubles with each failure beyond those without a delay. */
  static long millis(Integer failures) {
    int over = failures == null ? -1 : failures - FREE_FAILURES;
    return over < 0 ? 0 : Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(over, 10));
  }

  private static String key(String name) {
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  private void await(long millis) {
    try {
      pause.of(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
