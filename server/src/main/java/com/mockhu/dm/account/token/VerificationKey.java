package com.mockhu.dm.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;

/**
 * A key bound to the one algorithm it may be used with: that binding is what makes algorithm
 * confusion impossible (RFC 8725 §3.1).
 *
 * @param id null when the key has none
 */
record VerificationKey(String id, String algorithm, JWSVerifier verifier) {

  boolean fits(JWSHeader header) {
    String wanted = header.getKeyID();
    return algorithm.equals(header.getAlgorithm().getName())
        && (wanted == null || wanted.equals(id));
  }

  boolean verifies(JWSObject token) {
    try {
      return token.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }
}
