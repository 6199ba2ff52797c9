package com.mockhu.dm.identity.token;

import com.mockhu.dm.platform.error.LogThrottle;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the key set of the host application at each call, and remembers whether that succeeded. */
final class PublishedKeys implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

  /** Bounds a log line: a key set may have thousands of members. */
  private static final int MOST_TOLD = 5;

  private final JwksDocument document;
  private final Clock clock;
  private final LogThrottle<String> throttle = new LogThrottle<>();
  private volatile List<String> unread = List.of();
  private volatile Instant failedAt;

  PublishedKeys(URI address, Clock clock) {
    this.document = new JwksDocument(address);
    this.clock = clock;
  }

  /** Null when the last read succeeded. */
  Instant failedAt() {
    return failedAt;
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator evaluator, long currentTime, SecurityContext context)
      throws JWKSetUnavailableException {
    try {
      UsableKeys found = document.fetch();
      failedAt = null;
      tell(found.unread());
      return found.keys();
    } catch (IOException e) {
      failedAt = clock.instant();
      // The library repeats a failed read at once.
      if (throttle.allows("away")) {
        LOG.warn("The keys at DM_JWKS_URL cannot be read: {}", e.toString());
      }
      throw new JWKSetUnavailableException(e.getMessage(), e);
    }
  }

  /** Logs once for each document, not at every read of it. */
  private void tell(List<String> now) {
    if (!now.isEmpty() && !now.equals(unread)) {
      LOG.warn(
          "{} keys at DM_JWKS_URL are ignored, such as {}",
          now.size(),
          String.join("; ", now.subList(0, Math.min(MOST_TOLD, now.size()))));
    }
    unread = now;
  }

  @Override
  public void close() {}
}
