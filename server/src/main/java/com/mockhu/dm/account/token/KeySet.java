package com.mockhu.dm.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The usable keys of one JWKS document; members that are not understood are passed over (RFC 7517
 * §5), and do not cost the others.
 *
 * @param unread why members could not be read, one text each; empty when all could
 */
record KeySet(List<VerificationKey> keys, List<String> unread) {
  static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "EdDSA");

  /** Shorter RSA keys are refused (RFC 7518 §3.3). */
  private static final int LEAST_RSA_BITS = 2048;

  static KeySet parse(String json) throws ParseException {
    Map<String, Object> document = JSONObjectUtils.parse(json);
    if (document == null || !(document.get("keys") instanceof List<?> members)) {
      throw new ParseException("No member \"keys\" with an array", 0);
    }
    List<VerificationKey> keys = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Object member : members) {
      try {
        usable(read(member)).forEach(keys::add);
      } catch (ParseException | RuntimeException e) {
        unread.add("number " + members.indexOf(member) + ": " + e.getMessage());
      }
    }
    return new KeySet(List.copyOf(keys), List.copyOf(unread));
  }

  private static JWK read(Object member) throws ParseException {
    if (member instanceof Map<?, ?> map) {
      Map<String, Object> json = new HashMap<>();
      map.forEach((name, value) -> json.put((String) name, value));
      return JWK.parse(json);
    }
    throw new ParseException("No JSON object", 0);
  }

  private static boolean isForSignatures(JWK jwk) {
    boolean isUsed = jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE);
    boolean isAllowed =
        jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY);
    return isUsed && isAllowed;
  }

  List<VerificationKey> fitting(JWSHeader header) {
    return keys.stream().filter(key -> key.fits(header)).toList();
  }

  private static Stream<VerificationKey> usable(JWK jwk) {
    if (!isForSignatures(jwk)) {
      return Stream.empty();
    }
    try {
      return switch (jwk) {
        case RSAKey rsa when rsa.size() >= LEAST_RSA_BITS ->
            bound(jwk, "RS256", new RSASSAVerifier(rsa.toPublicJWK()));
        case ECKey ec when ec.getCurve().equals(Curve.P_256) ->
            bound(jwk, "ES256", new ECDSAVerifier(ec.toPublicJWK()));
        case OctetKeyPair okp when okp.getCurve().equals(Curve.Ed25519) ->
            bound(jwk, "EdDSA", new Ed25519Check(okp.getDecodedX()));
        default -> Stream.empty();
      };
    } catch (JOSEException | GeneralSecurityException e) {
      return Stream.empty();
    }
  }

  private static Stream<VerificationKey> bound(JWK jwk, String algorithm, JWSVerifier verifier) {
    boolean isOther = jwk.getAlgorithm() != null && !algorithm.equals(jwk.getAlgorithm().getName());
    return isOther
        ? Stream.empty()
        : Stream.of(new VerificationKey(jwk.getKeyID(), algorithm, verifier));
  }
}
