package com.mockhu.dm.client;

/** Where a person's access token comes from. */
@FunctionalInterface
public interface TokenSource {
  /** A token to use now. */
  String token();

  /**
   * The server no longer accepts {@code refused}.
   *
   * @return whether {@link #token} now gives another one
   */
  default boolean renew(String refused) {
    return !refused.equals(token());
  }

  /** Always the same token. */
  static TokenSource of(String token) {
    return () -> token;
  }
}
