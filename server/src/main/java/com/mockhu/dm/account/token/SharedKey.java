package com.mockhu.dm.account.token;

import com.mockhu.dm.platform.settings.Secret;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;

/** The secret shared with the host application: HS256 and nothing else. */
final class SharedKey implements TokenKeys {
  private static final String HS256 = "HS256";

  private final VerificationKey key;

  SharedKey(Secret secret) {
    try {
      this.key = new VerificationKey(null, HS256, new MACVerifier(secret.bytes()));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("The secret is no key for HS256", e);
    }
  }

  @Override
  public boolean takes(String algorithm) {
    return HS256.equals(algorithm);
  }

  /** Whatever key id the host application writes: there is only this one key. */
  @Override
  public boolean verifies(JWSObject token) {
    return key.verifies(token);
  }
}
