package com.mockhu.dm.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import java.security.Key;
import java.security.interfaces.EdECPublicKey;

/** The library's verifiers, except for Ed25519. */
final class VerifierFactory extends DefaultJWSVerifierFactory {
  @Override
  public JWSVerifier createJWSVerifier(JWSHeader header, Key key) throws JOSEException {
    return key instanceof EdECPublicKey edwards
        ? new Ed25519Verifier(edwards)
        : super.createJWSVerifier(header, key);
  }
}
