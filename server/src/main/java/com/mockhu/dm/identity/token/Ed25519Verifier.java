package com.mockhu.dm.identity.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** EdDSA (RFC 8037) by the JDK: the library's own verifier would need Google's Tink. */
final class Ed25519Verifier implements JWSVerifier {
  private static final String ALGORITHM = "Ed25519";
  private static final int KEY_BYTES = 32;

  /** Precedes the 32 bytes of a key in its X.509 form (RFC 8410 §4). */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final JCAContext context = new JCAContext();
  private final PublicKey key;

  Ed25519Verifier(PublicKey key) {
    this.key = key;
  }

  /** Empty when the bytes are not a point of the curve. */
  static Optional<PublicKey> key(OctetKeyPair jwk) {
    byte[] x = jwk.getDecodedX();
    if (x.length != KEY_BYTES) {
      return Optional.empty();
    }
    byte[] encoded = new byte[PREFIX.length + KEY_BYTES];
    System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
    System.arraycopy(x, 0, encoded, PREFIX.length, KEY_BYTES);
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return Optional.of(keys.generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean verify(JWSHeader header, byte[] signedText, Base64URL signature) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(signedText);
      return check.verify(signature.decode());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.EdDSA);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
