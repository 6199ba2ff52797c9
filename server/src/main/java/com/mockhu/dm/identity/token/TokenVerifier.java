package com.mockhu.dm.identity.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.settings.Secret;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;

/** Decides whether a token is genuine and valid now (behaviour §2, §11; RFC 8725). */
public final class TokenVerifier {
  private static final int LONGEST = 8 * 1024;

  /** Characters: some 25,000 tokens. */
  private static final int MOST_CACHED = 8 << 20;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final Optional<RemoteKeys> remote;
  private final ClaimRules rules;

  /**
   * Verified tokens of the shared secret: a client sends the same token with each request. The
   * secret never changes while the server runs. The keys of a host can change, so tokens signed
   * with those are verified each time.
   */
  private final Cache<String, TokenClaims> good =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CACHED)
          .weigher((String token, TokenClaims claims) -> token.length())
          .build();

  /** At least one of {@code shared} and {@code jwks} is present. */
  public TokenVerifier(Optional<Secret> shared, Optional<URI> jwks, TokenRules rules, Clock clock) {
    this.rules = new ClaimRules(rules, clock);
    remote = jwks.map(address -> new RemoteKeys(address, clock));
    processor.setJWSKeySelector(new KeySelector(shared, remote));
    processor.setJWSVerifierFactory(new VerifierFactory());
    processor.setJWTClaimsSetVerifier(this.rules);
    // Hosts write "at+jwt" (RFC 9068) or their own types.
    processor.setJWSTypeVerifier((type, context) -> {});
  }

  /** Whether the keys of {@code DM_JWKS_URL} can be read; true without such a setting. */
  public boolean areKeysThere() {
    return remote.map(RemoteKeys::areThere).orElse(true);
  }

  static ApiException invalid() {
    return ApiException.unauthorized("The token is not valid.");
  }

  /**
   * @throws ApiException {@code unauthorized} for a token that is missing (null), forged or not
   *     valid now; {@code unavailable} when the keys cannot be read
   */
  public TokenClaims verify(String token) {
    if (token == null || token.isEmpty()) {
      throw ApiException.unauthorized("A bearer token is needed.");
    }
    TokenClaims known = good.getIfPresent(token);
    return known != null && rules.isInForce(known.expiresAt()) ? known : verified(token);
  }

  private TokenClaims verified(String token) {
    SignedJWT parsed = parsed(token);
    TokenClaims claims = ClaimReader.read(processed(parsed));
    if (JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm())) {
      good.put(token, claims);
    }
    return claims;
  }

  private static SignedJWT parsed(String token) {
    try {
      SignedJWT parsed = token.length() <= LONGEST ? SignedJWT.parse(token) : null;
      // No extension is supported, so a critical one must be refused (RFC 7515 §4.1.11).
      if (parsed != null && parsed.getHeader().getCriticalParams() == null) {
        return parsed;
      }
    } catch (ParseException | IllegalArgumentException e) {
      throw invalid();
    }
    throw invalid();
  }

  private JWTClaimsSet processed(SignedJWT token) {
    try {
      return processor.process(token, null);
    } catch (KeySourceException e) {
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE, "The keys that tokens are checked with cannot be read.", 5);
    } catch (BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw invalid();
    }
  }
}
