package com.mockhu.dm.account.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** EdDSA (RFC 8037) by the JDK: the library's own verifier would need Google's Tink. */
final class Ed25519Check implements JWSVerifier {
  private static final JWSAlgorithm EDDSA = JWSAlgorithm.parse("EdDSA");
  private static final int KEY_BYTES = 32;

  /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410 §4). */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final JCAContext context = new JCAContext();
  private final PublicKey key;

  /**
   * @param x the 32 bytes of the public key
   */
  Ed25519Check(byte[] x) throws GeneralSecurityException {
    if (x.length != KEY_BYTES) {
      throw new GeneralSecurityException("An Ed25519 key has 32 bytes");
    }
    byte[] encoded = new byte[PREFIX.length + KEY_BYTES];
    System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
    System.arraycopy(x, 0, encoded, PREFIX.length, KEY_BYTES);
    this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  @Override
  public boolean verify(JWSHeader header, byte[] signedText, Base64URL signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(signedText);
      return check.verify(signature.decode());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(EDDSA);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
