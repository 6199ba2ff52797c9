package com.mockhu.dm.identity;

import com.mockhu.dm.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token put together by hand, so that it can be as wrong as an attacker's. */
public final class HandmadeToken {
  private final Map<String, Object> header = new LinkedHashMap<>(Map.of("alg", "HS256"));
  private final Map<String, Object> claims = new LinkedHashMap<>();

  public HandmadeToken with(String claim, Object value) {
    claims.put(claim, value);
    return this;
  }

  public HandmadeToken without(String claim) {
    claims.remove(claim);
    return this;
  }

  public HandmadeToken header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  public String signed(String secret) {
    return signed(secret.getBytes(StandardCharsets.UTF_8));
  }

  public String signed(byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return body() + "." + base64(mac.doFinal(body().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With an algorithm of the JDK: {@code SHA256withRSA}, {@code Ed25519} and the like. */
  public String signed(PrivateKey key, String algorithm) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(body().getBytes(StandardCharsets.UTF_8));
      return body() + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String unsigned() {
    return body() + ".";
  }

  private String body() {
    return base64(Json.bytes(header)) + "." + base64(Json.bytes(claims));
  }

  public static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
