package com.mockhu.dm.chaos.history;

/**
 * One attempt at something, from a device to the server and back.
 *
 * @param connection counts a device's sockets; 0 over REST, where nothing keeps an order
 * @param subject a send's text, which no two messages share; the message that a deletion or a
 *     reading names
 * @param key the send's {@code client_message_id}, or null
 * @param seq of a read: the newest message the device had seen; else 0
 * @param invoked nanoseconds since the round began
 * @param ended as {@code invoked}
 */
public record Operation(
    Kind kind,
    String person,
    String device,
    int connection,
    String conversation,
    String subject,
    String key,
    long seq,
    long invoked,
    long ended,
    Outcome outcome) {
  /** The attempted operation. */
  public enum Kind {
    SEND,
    /** All of a conversation. */
    READ,
    READ_ONE,
    DELETE
  }

  public boolean isSend() {
    return kind == Kind.SEND;
  }
}
