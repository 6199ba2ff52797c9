package com.mockhu.dm.privacy;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;

/** Why somebody may not write to somebody (behaviour §6); programs decide by the reason. */
public enum Refusal {
  BLOCKED_BY_RECIPIENT(ErrorCode.BLOCKED, Reason.BLOCKED_BY_RECIPIENT, "User has blocked you"),
  RECIPIENT_BLOCKED(ErrorCode.BLOCKED, Reason.RECIPIENT_BLOCKED, "You have blocked this user"),
  RECIPIENT_DISABLED(
      ErrorCode.MESSAGING_NOT_ALLOWED, Reason.RECIPIENT_DISABLED, "This account is disabled"),
  FOLLOWERS_ONLY(
      ErrorCode.MESSAGING_NOT_ALLOWED,
      Reason.FOLLOWERS_ONLY,
      "User only accepts messages from followers"),
  NOBODY(
      ErrorCode.MESSAGING_NOT_ALLOWED,
      Reason.NOT_ACCEPTING_MESSAGES,
      "User does not accept messages");

  private final ErrorCode code;
  private final Reason reason;
  private final String sentence;

  Refusal(ErrorCode code, Reason reason, String sentence) {
    this.code = code;
    this.reason = reason;
    this.sentence = sentence;
  }

  public Reason reason() {
    return reason;
  }

  /** For people. */
  public String sentence() {
    return sentence;
  }

  public ApiException exception() {
    return ApiException.refused(code, reason, sentence);
  }
}
