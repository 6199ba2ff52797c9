package com.mockhu.dm.identity.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The usable keys of one JWKS document. Unknown members are ignored (RFC 7517 §5); the library's
 * own reader would refuse the whole document for one of them.
 *
 * @param unread why members could not be read, one text each; empty when all could
 */
record UsableKeys(JWKSet keys, List<String> unread) {
  /** Shorter RSA keys are refused (RFC 7518 §3.3). */
  private static final int LEAST_RSA_BITS = 2048;

  static UsableKeys parse(String json) throws ParseException {
    Map<String, Object> document = JSONObjectUtils.parse(json);
    if (document == null || !(document.get("keys") instanceof List<?> members)) {
      throw new ParseException("No member \"keys\" with an array", 0);
    }
    List<JWK> keys = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (Object member : members) {
      try {
        Optional.of(read(member)).filter(UsableKeys::isUsable).ifPresent(keys::add);
      } catch (ParseException | RuntimeException e) {
        unread.add("number " + members.indexOf(member) + ": " + e.getMessage());
      }
    }
    return new UsableKeys(new JWKSet(keys), List.copyOf(unread));
  }

  private static JWK read(Object member) throws ParseException {
    if (member instanceof Map<?, ?> map) {
      Map<String, Object> json = new HashMap<>();
      map.forEach((name, value) -> json.put((String) name, value));
      return JWK.parse(json);
    }
    throw new ParseException("No JSON object", 0);
  }

  private static boolean isUsable(JWK jwk) {
    return isForSignatures(jwk)
        && switch (jwk) {
          case RSAKey rsa -> rsa.size() >= LEAST_RSA_BITS && isFor(JWSAlgorithm.RS256, jwk);
          case ECKey ec -> ec.getCurve().equals(Curve.P_256) && isFor(JWSAlgorithm.ES256, jwk);
          case OctetKeyPair okp ->
              okp.getCurve().equals(Curve.Ed25519) && isFor(JWSAlgorithm.EdDSA, jwk);
          // A published symmetric key is not secret.
          case JWK _ -> false;
        };
  }

  private static boolean isForSignatures(JWK jwk) {
    boolean isUsed = jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE);
    boolean isAllowed =
        jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY);
    return isUsed && isAllowed;
  }

  private static boolean isFor(JWSAlgorithm algorithm, JWK jwk) {
    return jwk.getAlgorithm() == null || algorithm.equals(jwk.getAlgorithm());
  }
}
