package com.mockhu.dm.socket.transport;

/**
 * Why the server closes a socket (docs/close-codes.md). 4000 to 4499: come back; 4500 to 4999: do
 * not.
 */
public enum CloseCode {
  NORMAL(1000, "bye"),
  BINARY(1003, "only text frames are understood"),
  BAD_FRAME(1002, "the frame breaks the protocol"),
  BAD_TEXT(1007, "the text is not UTF-8"),
  TOO_BIG(1009, "the frame is too large"),
  TOKEN_ENDED(4401, "the token has ended; sign in and come back"),
  SLOW_READER(4408, "frames were not read in time; come back and resume"),
  SILENT(4410, "nothing was heard for too long; come back and resume"),
  /** The reader did nothing wrong, and nothing is wrong with the whole server. */
  UNAVAILABLE(4412, "the server could not read what is needed; come back and resume"),
  ABUSE(4429, "too many frames; come back later"),
  GOING_AWAY(4403, "the server is restarting; come back and resume"),
  ACCOUNT_GONE(4501, "the account was deleted or disabled"),

  /** Were it to come back, it would push out the next, and that one the next, without end. */
  REPLACED(4502, "too many connections; newer ones have taken this place");

  private final int number;
  private final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  public int number() {
    return number;
  }

  public String reason() {
    return reason;
  }
}
