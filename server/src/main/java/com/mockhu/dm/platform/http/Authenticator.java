package com.mockhu.dm.platform.http;

/** Proves who a token belongs to. Blocking. */
public interface Authenticator {
  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code unauthorized} for a token that is
   *     missing (null), forged, expired, revoked, or of nobody
   */
  Caller authenticate(String token);
}
