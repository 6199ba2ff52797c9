package com.mockhu.dm.chaos.client;

/** The final state can't be read, long after the fault has ended. */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
