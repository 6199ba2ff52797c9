package com.mockhu.dm.bench.wire;

/** The server answered in a way that makes the run pointless; the message is for the reader. */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WireException(String message) {
    super(message);
  }

  public WireException(String message, Throwable cause) {
    super(message, cause);
  }
}
