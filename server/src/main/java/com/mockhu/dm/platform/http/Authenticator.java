package com.mockhu.dm.platform.http;

/** Finds the caller of a token. Blocking. */
public interface Authenticator {
  /**
   * @throws com.mockhu.dm.platform.error.ApiException {@code unauthorized} for a token that is
   *     missing (null), forged, expired, revoked, or of an unknown person
   */
  Caller authenticate(String token);
}
