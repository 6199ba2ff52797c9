package com.mockhu.dm.identity.token;

import com.mockhu.dm.platform.error.ApiException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Checks that a token is for this server and valid now. The library's own class does not report
 * which check failed, and cannot use another clock in tests.
 */
final class ClaimRules implements JWTClaimsSetVerifier<SecurityContext> {
  private static final Duration LEEWAY = Duration.ofSeconds(60);

  /** The end of the year 9999. A later time is an attack or an overflow. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final TokenRules rules;
  private final Clock clock;

  ClaimRules(TokenRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** Throws {@link ApiException}, which the processor lets through. */
  @Override
  public void verify(JWTClaimsSet claims, SecurityContext context) {
    checkOrigin(claims);
    checkTimes(claims);
  }

  private void checkOrigin(JWTClaimsSet claims) {
    String issuer = claims.getIssuer();
    if (!rules.issuers().isEmpty() && (issuer == null || !rules.issuers().contains(issuer))) {
      throw ApiException.unauthorized("The token is from another issuer.");
    }
    if (rules.audience().filter(wanted -> !claims.getAudience().contains(wanted)).isPresent()) {
      throw ApiException.unauthorized("The token is for another audience.");
    }
  }

  private void checkTimes(JWTClaimsSet claims) {
    Instant expiresAt = time(claims.getExpirationTime());
    if (expiresAt == null) {
      throw TokenVerifier.invalid();
    }
    if (!isInForce(expiresAt)) {
      throw ApiException.unauthorized("The token has expired.");
    }
    Instant start = time(claims.getNotBeforeTime());
    if (start != null && start.minus(LEEWAY).isAfter(clock.instant())) {
      throw ApiException.unauthorized("The token is not valid yet.");
    }
  }

  boolean isInForce(Instant expiresAt) {
    return expiresAt.plus(LEEWAY).isAfter(clock.instant());
  }

  private static Instant time(Date date) {
    Instant time = date == null ? null : date.toInstant();
    if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST))) {
      throw TokenVerifier.invalid();
    }
    return time;
  }
}
