package com.mockhu.dm.platform.error;

import java.util.Map;

/** The one error type that reaches clients; everything in it is safe to show. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, Object> details;

  public ApiException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  /** {@code details} become {@code error.details} of the answer. */
  public ApiException(ErrorCode code, String message, Map<String, Object> details) {
    // Refusals are ordinary traffic under load: a stack trace each would be the costliest part.
    super(message, null, false, false);
    this.code = code;
    this.details = Map.copyOf(details);
  }

  public static ApiException invalid(String message) {
    return new ApiException(ErrorCode.INVALID_REQUEST, message);
  }

  /** As the other one, with the reason for programs to decide by. */
  public static ApiException invalid(Reason reason, String message) {
    return refused(ErrorCode.INVALID_REQUEST, reason, message);
  }

  public static ApiException notFound(String message) {
    return new ApiException(ErrorCode.NOT_FOUND, message);
  }

  public static ApiException unauthorized(String message) {
    return new ApiException(ErrorCode.UNAUTHORIZED, message);
  }

  /** A refusal whose reason clients may show as it is (behaviour §1). */
  public static ApiException refused(ErrorCode code, String reason) {
    return new ApiException(code, reason, Map.of("reason", reason));
  }

  /** As the other one, with the reason for programs to decide by. */
  public static ApiException refused(ErrorCode code, Reason reason, String message) {
    return new ApiException(code, message, Map.of("reason_code", reason.code(), "reason", message));
  }

  /** {@code seconds}: when it is worth trying again, at least 1. */
  public static ApiException retryLater(ErrorCode code, String message, long seconds) {
    return new ApiException(code, message, Map.of(RETRY_AFTER, Math.max(1, seconds)));
  }

  private static final String RETRY_AFTER = "retry_after";

  public ErrorCode code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }

  /** Seconds until a retry is worth it; 0 when a retry alone changes nothing. */
  public long retryAfter() {
    return details.get(RETRY_AFTER) instanceof Long seconds ? seconds : 0;
  }
}
