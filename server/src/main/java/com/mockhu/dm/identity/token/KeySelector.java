package com.mockhu.dm.identity.token;

import com.mockhu.dm.platform.settings.Secret;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.proc.SingleKeyJWSKeySelector;
import java.security.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that may have signed a token. The algorithm in its header chooses among the origins of
 * keys, each of which has keys for that algorithm alone: that is what makes algorithm confusion
 * impossible (RFC 8725 §3.1).
 */
final class KeySelector implements JWSKeySelector<SecurityContext> {
  private final Map<JWSAlgorithm, JWSKeySelector<SecurityContext>> origins = new HashMap<>();

  KeySelector(Optional<Secret> shared, Optional<RemoteKeys> remote) {
    shared.ifPresent(secret -> origins.put(JWSAlgorithm.HS256, ofSecret(secret)));
    remote.ifPresent(this::add);
  }

  /** Ignores the key id: there is only one shared secret. */
  private static JWSKeySelector<SecurityContext> ofSecret(Secret secret) {
    Key key = new SecretKeySpec(secret.bytes(), "HmacSHA256");
    return new SingleKeyJWSKeySelector<>(JWSAlgorithm.HS256, key);
  }

  private void add(RemoteKeys keys) {
    for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256)) {
      origins.put(algorithm, new JWSVerificationKeySelector<>(Set.of(algorithm), keys));
    }
    origins.put(JWSAlgorithm.EdDSA, (header, context) -> ed25519(keys, header));
  }

  /** The library does not support keys of the JDK for this curve. */
  private static List<? extends Key> ed25519(RemoteKeys keys, JWSHeader header)
      throws KeySourceException {
    JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(header));
    return keys.get(selector, null).stream()
        .map(jwk -> Ed25519Verifier.key((OctetKeyPair) jwk))
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<? extends Key> selectJWSKeys(JWSHeader header, SecurityContext context)
      throws KeySourceException {
    JWSKeySelector<SecurityContext> origin = origins.get(header.getAlgorithm());
    return origin == null ? List.of() : origin.selectJWSKeys(header, context);
  }
}
