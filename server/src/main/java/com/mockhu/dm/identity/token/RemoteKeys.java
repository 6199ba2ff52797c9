package com.mockhu.dm.identity.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The host application's public keys. They are read again when they are old, and when a token names
 * a key that is not among them. While the host is unreachable, the last known keys stay valid.
 */
final class RemoteKeys implements JWKSource<SecurityContext> {
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /**
   * The next keys are read this long before the old ones expire; until then tokens are checked with
   * the old ones.
   */
  private static final Duration AHEAD = Duration.ofMinutes(1);

  /** Longer than two reads without a response. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /**
   * A flood of invented key ids must neither flood the host nor delay a rotation: there are at most
   * two reads in each interval. Each read brings all new keys, so no key stays unknown for longer
   * than an interval.
   */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Health checks must not use the reads that tokens of people need. */
  private static final Duration RETRY = Duration.ofSeconds(15);

  private final PublishedKeys published;
  private final JWKSetSource<SecurityContext> cached;
  private final Clock clock;

  RemoteKeys(URI address, Clock clock) {
    this.published = new PublishedKeys(address, clock);
    this.cached = cached(published);
    this.clock = clock;
  }

  private static JWKSetSource<SecurityContext> cached(PublishedKeys published) {
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.create(published)
            .cache(LIFETIME.toMillis(), LONGEST_WAIT.toMillis())
            .refreshAheadCache(
                AHEAD.toMillis(),
                null,
                Executors.newVirtualThreadPerTaskExecutor(),
                true,
                null,
                false)
            .rateLimited(INTERVAL.toMillis())
            .retrying(true)
            .outageTolerantForever()
            .build();
    return ((JWKSetBasedJWKSource<SecurityContext>) source).getJWKSetSource();
  }

  /** Like the library's {@link JWKSetBasedJWKSource}, with a given clock. */
  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    JWKSet known = set(JWKSetCacheRefreshEvaluator.noRefresh());
    List<JWK> fitting = selector.select(known);
    return fitting.isEmpty() ? selector.select(newerThan(known)) : fitting;
  }

  private JWKSet newerThan(JWKSet known) {
    try {
      return set(JWKSetCacheRefreshEvaluator.referenceComparison(known));
    } catch (KeySourceException e) {
      // The host is unreachable, or the limit of reads is reached: the key stays unknown.
      return known;
    }
  }

  private JWKSet set(JWKSetCacheRefreshEvaluator evaluator) throws KeySourceException {
    return cached.getJWKSet(evaluator, clock.millis(), null);
  }

  /** Whether the last read of the host's keys succeeded. */
  boolean areThere() {
    Instant failed = published.failedAt();
    if (failed == null || failed.isBefore(clock.instant().minus(RETRY))) {
      look(failed == null);
    }
    return published.failedAt() == null;
  }

  private void look(boolean isCacheGood) {
    try {
      set(
          isCacheGood
              ? JWKSetCacheRefreshEvaluator.noRefresh()
              : JWKSetCacheRefreshEvaluator.forceRefresh());
    } catch (KeySourceException e) {
      // PublishedKeys has recorded the failure.
    }
  }
}
