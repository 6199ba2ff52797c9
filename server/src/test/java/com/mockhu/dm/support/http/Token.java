package com.mockhu.dm.support.http;

import com.mockhu.dm.support.person.Campus;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HS256 tokens as a host application would mint them (RFC 7515). */
public final class Token {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Map<String, Object> claims = new LinkedHashMap<>();
  private String secret = Campus.SECRET;

  private Token() {
    claims.put("iss", "mockhu");
    claims.put("iat", Instant.now().getEpochSecond());
    expiring(Instant.now().plusSeconds(3600));
  }

  public static Token of(UUID user) {
    return new Token().with("sub", user.toString());
  }

  /** A token of the host application itself, which may push its directory. */
  public static Token ofService() {
    return of(UUID.randomUUID()).with("scope", "dm:admin");
  }

  public Token with(String claim, Object value) {
    claims.put(claim, value);
    return this;
  }

  public Token without(String claim) {
    claims.remove(claim);
    return this;
  }

  public Token expiring(Instant at) {
    return with("exp", at.getEpochSecond());
  }

  public Token signedWith(String otherSecret) {
    secret = otherSecret;
    return this;
  }

  public String mint() {
    String head = encoded(Json.text(Map.of("alg", "HS256", "typ", "JWT")));
    String signed = head + "." + encoded(Json.text(claims));
    return signed + "." + BASE64.encodeToString(signature(signed));
  }

  private static String encoded(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
