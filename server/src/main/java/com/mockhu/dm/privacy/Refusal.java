package com.mockhu.dm.privacy;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;

/** Why somebody may not write to somebody (behaviour §6); the reason is shown as it is. */
public enum Refusal {
  BLOCKED_BY_RECIPIENT(ErrorCode.BLOCKED, "User has blocked you"),
  RECIPIENT_BLOCKED(ErrorCode.BLOCKED, "You have blocked this user"),
  RECIPIENT_DISABLED(ErrorCode.MESSAGING_NOT_ALLOWED, "This account is disabled"),
  FOLLOWERS_ONLY(ErrorCode.MESSAGING_NOT_ALLOWED, "User only accepts messages from followers"),
  NOBODY(ErrorCode.MESSAGING_NOT_ALLOWED, "User does not accept messages");

  private final ErrorCode code;
  private final String reason;

  Refusal(ErrorCode code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }

  public ApiException exception() {
    return ApiException.refused(code, reason);
  }
}
