package com.mockhu.dm.platform.limit;

import java.util.Locale;

/**
 * Every rate limit, per key and minute (docs/limits.md). The setting of each is {@code DM_LIMITS_}
 * and its name.
 */
public enum Limit {
  MESSAGES_PER_MINUTE(10),
  CONVERSATIONS_PER_MINUTE(30),
  SIGN_INS_PER_MINUTE(10),
  SIGN_INS_PER_ADDRESS_PER_MINUTE(30),
  REGISTRATIONS_PER_ADDRESS_PER_MINUTE(60),
  PROFILE_CHANGES_PER_MINUTE(20),

  /** For every route without a limit of its own: ten a second, more than a person can cause. */
  REQUESTS_PER_MINUTE(600),

  /** As the one above, where nobody is signed in; high, because a school may share one address. */
  REQUESTS_PER_ADDRESS_PER_MINUTE(6_000),
  FRAMES_PER_MINUTE(600),
  UPLOADS_PER_MINUTE(30),
  DOWNLOADS_PER_MINUTE(100),

  /** High, because a school or a phone network may share one address. */
  HANDSHAKES_PER_ADDRESS_PER_MINUTE(6_000),

  /** Not counted per minute: how many sockets of one person may be open. */
  CONNECTIONS_PER_USER(20);

  private final int fallback;

  Limit(int fallback) {
    this.fallback = fallback;
  }

  int fallback() {
    return fallback;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String setting() {
    return "DM_LIMITS_" + name();
  }
}
