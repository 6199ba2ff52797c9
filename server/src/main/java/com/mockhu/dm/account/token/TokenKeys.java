package com.mockhu.dm.account.token;

import com.nimbusds.jose.JWSObject;

/** Keys of one origin that tokens may be signed with. */
interface TokenKeys {
  /** Whether keys of this origin sign with the algorithm of that name (RFC 7518 §3.1). */
  boolean takes(String algorithm);

  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code unavailable} when the keys cannot be
   *     had just now
   */
  boolean verifies(JWSObject token);
}
