package com.mockhu.dm.walkthrough.actor;

/** A check failed; the message describes it in one line. */
public final class UnexpectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexpectedException(String message) {
    super(message);
  }
}
