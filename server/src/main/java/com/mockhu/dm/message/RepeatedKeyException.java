package com.mockhu.dm.message;

/** A sender has used a key before, which a batch found out only when it was written. */
final class RepeatedKeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RepeatedKeyException() {
    super("A client_message_id was used before", null, false, false);
  }
}
