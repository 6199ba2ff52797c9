package com.mockhu.dm.identity.token;

import com.mockhu.dm.platform.settings.Secret;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Issues the access tokens of the built-in mode: HS256, short-lived, tied to a session. */
public final class TokenIssuer {
  private static final JWSHeader HEADER =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

  private final JWSSigner signer;
  private final TokenRules rules;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * @param secret at least 32 bytes
   */
  public TokenIssuer(Secret secret, TokenRules rules, Clock clock, Duration lifetime) {
    try {
      this.signer = new MACSigner(secret.bytes());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("The secret is no key for HS256", e);
    }
    this.rules = rules;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  public Duration lifetime() {
    return lifetime;
  }

  public String issue(UUID userId, UUID sessionId) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .subject(userId.toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .jwtID(UUID.randomUUID().toString())
            .claim("sid", sessionId.toString());
    rules.issuers().stream().findFirst().ifPresent(claims::issuer);
    rules.audience().ifPresent(claims::audience);
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) {
    SignedJWT token = new SignedJWT(HEADER, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }
}
