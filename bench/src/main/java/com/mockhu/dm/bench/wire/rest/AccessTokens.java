package com.mockhu.dm.bench.wire.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Creates HS256 tokens (RFC 7519) with the secret that the server was started with. */
public final class AccessTokens {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;
  private final String issuer;

  public AccessTokens(String secret, String issuer) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    this.issuer = issuer;
  }

  /** A token of a person. */
  public String forUser(UUID user) {
    return sign(claims(user, ""));
  }

  /** A token that may push users into the directory. */
  public String forService() {
    return sign(claims(UUID.randomUUID(), ",\"scope\":\"dm:admin\""));
  }

  private String claims(UUID subject, String more) {
    long now = Instant.now().getEpochSecond();
    return "{\"sub\":\"%s\",\"iss\":\"%s\",\"iat\":%d,\"exp\":%d%s}"
        .formatted(subject, issuer, now, now + LIFETIME.toSeconds(), more);
  }

  private String sign(String claims) {
    String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims);
    return signed + "." + BASE64.encodeToString(hmac(signed.getBytes(UTF_8)));
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private byte[] hmac(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256", e);
    }
  }
}
