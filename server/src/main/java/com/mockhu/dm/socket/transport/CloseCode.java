package com.mockhu.dm.socket.transport;

/**
 * Why the server closes a socket (docs/close-codes.md). 4000 to 4499: reconnect; 4500 to 4999: do
 * not.
 */
public enum CloseCode {
  NORMAL(1000, "closed normally"),
  BINARY(1003, "only text frames are accepted"),
  BAD_FRAME(1002, "the frame breaks the protocol"),
  BAD_TEXT(1007, "the text is not UTF-8"),
  TOO_BIG(1009, "the frame is too large"),
  TOKEN_ENDED(4401, "the token or the session has ended; reconnect with a new token"),
  SLOW_READER(4408, "frames were not read in time; reconnect and resume"),
  SILENT(4410, "nothing arrived for 60 seconds; reconnect and resume"),
  /** A failure of the server that concerns this socket alone. */
  UNAVAILABLE(4412, "the server could not read the feed; reconnect and resume"),
  ABUSE(4429, "too many frames; reconnect later"),
  GOING_AWAY(4403, "the server is restarting; reconnect and resume"),
  ACCOUNT_GONE(4501, "the account was deleted or disabled"),

  /** Do not reconnect: it would close the next connection, which would reconnect as well. */
  REPLACED(4502, "too many connections; a newer one replaced this one");

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
