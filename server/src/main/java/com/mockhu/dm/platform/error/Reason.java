package com.mockhu.dm.platform.error;

import java.util.Locale;

/**
 * Why something is refused, where the error code alone does not say it: {@code details.reason_code}
 * of a failure (docs/errors.md). Codes stay, the sentences beside them may change.
 */
public enum Reason {
  BLOCKED_BY_RECIPIENT,
  RECIPIENT_BLOCKED,
  FOLLOWERS_ONLY,
  NOT_ACCEPTING_MESSAGES,
  RECIPIENT_DISABLED,
  YOURSELF,
  SENDER_ONLY,
  RECIPIENT_ONLY,
  CONTENT_EMPTY,
  CONTENT_TOO_LONG,
  CONTENT_CHARACTERS,
  TOO_MANY_ATTACHMENTS,
  ATTACHMENTS_UNAVAILABLE,
  USERNAME_INVALID,
  USERNAME_CHARACTERS,
  USERNAME_RESERVED,
  FULL_NAME_INVALID,
  PASSWORD_LENGTH,
  PASSWORD_CHARACTERS,
  SIGN_IN_ELSEWHERE,
  PROFILE_ELSEWHERE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The word that clients see. */
  public String code() {
    return code;
  }
}
