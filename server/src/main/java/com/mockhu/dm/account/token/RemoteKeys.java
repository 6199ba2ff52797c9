package com.mockhu.dm.account.token;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host application's public keys. They are read again when they are old, and when a token names
 * a key that is not among them; while the host is away the last ones hold.
 */
final class RemoteKeys implements TokenKeys {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /**
   * A flood of invented key ids must not become a flood on the host, nor use up the reads that a
   * rotation needs: after a few at once there is one every {@link #INTERVAL}. Any read brings every
   * new key, whoever caused it, so none is unknown here for longer than that.
   */
  private static final int MOST_AT_ONCE = 5;

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Probes must not use up the fetches that people's tokens need. */
  private static final Duration RETRY = Duration.ofSeconds(15);

  /** A set may have thousands of members; a line of the log should not. */
  private static final int MOST_TOLD = 5;

  private final JwksDocument document;
  private final Clock clock;
  private final ReentrantLock fetching = new ReentrantLock();

  /** When, at the pace of one every interval, the reads so far would all have been due. */
  private Instant due = Instant.MIN;

  private List<String> unread = List.of();
  private volatile Fetched latest = new Fetched(null, Instant.MIN);

  /** Null when the last try worked. */
  private volatile Instant failedAt;

  private record Fetched(KeySet keys, Instant at) {}

  RemoteKeys(URI address, Clock clock) {
    this.document = new JwksDocument(address);
    this.clock = clock;
  }

  @Override
  public boolean takes(String algorithm) {
    return KeySet.ALGORITHMS.contains(algorithm);
  }

  @Override
  public boolean verifies(JWSObject token) {
    Fetched known = refreshed();
    List<VerificationKey> fitting = fitting(known, token);
    if (fitting.isEmpty()) {
      fitting = fitting(newerThan(known), token);
    }
    return fitting.stream().anyMatch(key -> key.verifies(token));
  }

  private static List<VerificationKey> fitting(Fetched fetched, JWSObject token) {
    if (fetched.keys == null) {
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE, "The keys that tokens are checked with cannot be read.", 5);
    }
    return fetched.keys.fitting(token.getHeader());
  }

  private Fetched refreshed() {
    Fetched known = latest;
    boolean isOld = known.at.isBefore(clock.instant().minus(LIFETIME));
    // With old keys at hand nobody waits for the one who is fetching already.
    boolean isWorthIt = known.keys == null || !fetching.isLocked();
    return isOld && isWorthIt ? newerThan(known) : known;
  }

  /** Whether the host's keys could be read when that was last tried. */
  boolean areThere() {
    Instant failed = failedAt;
    if (failed == null) {
      refreshed();
    } else if (failed.isBefore(clock.instant().minus(RETRY))) {
      newerThan(latest);
    }
    return failedAt == null;
  }

  private Fetched newerThan(Fetched known) {
    fetching.lock();
    try {
      if (latest == known && isAllowed()) {
        fetch();
      }
      return latest;
    } finally {
      fetching.unlock();
    }
  }

  private boolean isAllowed() {
    Instant now = clock.instant();
    Instant from = due.isBefore(now) ? now : due;
    boolean isSoon = from.isBefore(now.plus(INTERVAL.multipliedBy(MOST_AT_ONCE)));
    due = isSoon ? from.plus(INTERVAL) : due;
    return isSoon;
  }

  private void fetch() {
    try {
      KeySet keys = document.fetch();
      latest = new Fetched(keys, clock.instant());
      failedAt = null;
      tell(keys.unread());
    } catch (IOException e) {
      failedAt = clock.instant();
      LOG.warn("The keys at DM_JWKS_URL cannot be read: {}", e.toString());
    }
  }

  /** Once, not at every read of the same document. */
  private void tell(List<String> now) {
    if (!now.isEmpty() && !now.equals(unread)) {
      LOG.warn(
          "{} keys at DM_JWKS_URL are ignored, such as {}",
          now.size(),
          String.join("; ", now.subList(0, Math.min(MOST_TOLD, now.size()))));
    }
    unread = now;
  }
}
