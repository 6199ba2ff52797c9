package com.mockhu.dm.platform.error;

import java.util.Locale;

/** Every way a request or a frame can fail, for REST and socket alike (docs/errors.md). */
public enum ErrorCode {
  INVALID_REQUEST(400),
  MALFORMED_JSON(400),
  INVALID_CURSOR(400),
  FILE_REFUSED(400),
  UNAUTHORIZED(401),
  ACCOUNT_DISABLED(401),
  FORBIDDEN(403),
  NOT_PARTICIPANT(403),
  BLOCKED(403),
  MESSAGING_NOT_ALLOWED(403),
  TOO_LATE(403),
  FILE_INFECTED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  REQUEST_TIMEOUT(408),
  CONFLICT(409),
  USERNAME_TAKEN(409),
  IDEMPOTENCY_CONFLICT(409),
  PRECONDITION_FAILED(412),
  PAYLOAD_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  RANGE_NOT_SATISFIABLE(416),
  UPGRADE_REQUIRED(426),
  RATE_LIMITED(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  UNAVAILABLE(503),
  STORAGE_FULL(507);

  private final int status;
  private final String code = name().toLowerCase(Locale.ROOT);

  ErrorCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /** The word that clients see. */
  public String code() {
    return code;
  }
}
