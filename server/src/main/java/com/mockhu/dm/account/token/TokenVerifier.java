package com.mockhu.dm.account.token;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.settings.Secret;
import com.nimbusds.jose.JWSObject;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether a token is genuine and in force (behaviour §2, §11; RFC 8725). */
public final class TokenVerifier {
  private static final Duration LEEWAY = Duration.ofSeconds(60);
  private static final int LONGEST = 8 * 1024;
  private static final String SERVICE_SCOPE = "dm:admin";

  private final List<TokenKeys> origins = new ArrayList<>();
  private final Optional<RemoteKeys> remote;
  private final TokenRules rules;
  private final Clock clock;

  /** At least one of the origins of keys is there. */
  public TokenVerifier(Optional<Secret> shared, Optional<URI> jwks, TokenRules rules, Clock clock) {
    shared.ifPresent(secret -> origins.add(new SharedKey(secret)));
    remote = jwks.map(address -> new RemoteKeys(address, clock));
    remote.ifPresent(origins::add);
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether the keys of {@code DM_JWKS_URL} can be read; true where there is none. */
  public boolean areKeysThere() {
    return remote.map(RemoteKeys::areThere).orElse(true);
  }

  static ApiException invalid() {
    return ApiException.unauthorized("The token is not valid.");
  }

  /**
   * @throws ApiException {@code unauthorized} for a token that is missing (null), forged or not in
   *     force; {@code unavailable} when the keys cannot be read
   */
  public TokenClaims verify(String token) {
    if (token == null || token.isEmpty()) {
      throw ApiException.unauthorized("A bearer token is needed.");
    }
    Claims claims = Claims.parse(signed(token).getPayload().toBytes());
    checkOrigin(claims);
    Instant expiresAt = checkTimes(claims);
    return new TokenClaims(
        claims.id("sub").orElse(null),
        claims.id("sid").orElse(null),
        expiresAt,
        claims.hasScope(SERVICE_SCOPE));
  }

  private JWSObject signed(String token) {
    JWSObject parsed = parse(token);
    // No extension is understood here, so none may be called critical (RFC 7515 §4.1.11).
    boolean isPlain = parsed.getHeader().getCriticalParams() == null;
    String algorithm = parsed.getHeader().getAlgorithm().getName();
    for (TokenKeys keys : origins) {
      if (isPlain && keys.takes(algorithm) && keys.verifies(parsed)) {
        return parsed;
      }
    }
    throw invalid();
  }

  private static JWSObject parse(String token) {
    try {
      if (token.length() <= LONGEST) {
        return JWSObject.parse(token);
      }
    } catch (ParseException | IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private void checkOrigin(Claims claims) {
    boolean isKnown = claims.text("iss").filter(rules.issuers()::contains).isPresent();
    if (!rules.issuers().isEmpty() && !isKnown) {
      throw ApiException.unauthorized("The token is of another issuer.");
    }
    rules
        .audience()
        .filter(audience -> !claims.audience().contains(audience))
        .ifPresent(
            audience -> {
              throw ApiException.unauthorized("The token is for another audience.");
            });
  }

  private Instant checkTimes(Claims claims) {
    Instant now = clock.instant();
    Instant expiresAt = claims.time("exp").orElseThrow(TokenVerifier::invalid);
    if (!expiresAt.plus(LEEWAY).isAfter(now)) {
      throw ApiException.unauthorized("The token has expired.");
    }
    if (claims.time("nbf").filter(start -> start.minus(LEEWAY).isAfter(now)).isPresent()) {
      throw ApiException.unauthorized("The token is not in force yet.");
    }
    return expiresAt;
  }
}
