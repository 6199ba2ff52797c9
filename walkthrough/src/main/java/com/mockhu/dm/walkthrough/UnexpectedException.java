package com.mockhu.dm.walkthrough;

/** Something was not as it should be; the message says what, in one line. */
final class UnexpectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexpectedException(String message) {
    super(message);
  }
}
