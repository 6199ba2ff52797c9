package com.mockhu.dm.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The usable keys of one JWKS document (RFC 7517); the others are passed over. */
record KeySet(List<VerificationKey> keys) {
  static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "EdDSA");

  /** Shorter RSA keys are refused (RFC 7518 §3.3). */
  private static final int LEAST_RSA_BITS = 2048;

  static KeySet parse(String json) throws ParseException {
    return new KeySet(
        JWKSet.parse(json).getKeys().stream()
            .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
            .flatMap(KeySet::usable)
            .toList());
  }

  List<VerificationKey> fitting(JWSHeader header) {
    return keys.stream().filter(key -> key.fits(header)).toList();
  }

  private static Stream<VerificationKey> usable(JWK jwk) {
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
