package com.mockhu.dm.privacy;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;

/** Why a person may not write to another one (behaviour §6). */
public enum Refusal {
  BLOCKED_BY_RECIPIENT(ErrorCode.BLOCKED, "blocked_by_recipient", "User has blocked you"),
  RECIPIENT_BLOCKED(ErrorCode.BLOCKED, "recipient_blocked", "You have blocked this user"),
  RECIPIENT_DISABLED(
      ErrorCode.MESSAGING_NOT_ALLOWED, "recipient_disabled", "This account is disabled"),
  FOLLOWERS_ONLY(
      ErrorCode.MESSAGING_NOT_ALLOWED,
      "followers_only",
      "User only accepts messages from followers"),
  NOBODY(
      ErrorCode.MESSAGING_NOT_ALLOWED, "not_accepting_messages", "User does not accept messages");

  private final ErrorCode code;
  private final Reason reason;
  private final String sentence;

  Refusal(ErrorCode code, String reason, String sentence) {
    this.code = code;
    this.reason = new Reason(reason);
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
