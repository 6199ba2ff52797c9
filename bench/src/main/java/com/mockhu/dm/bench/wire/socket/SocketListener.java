package com.mockhu.dm.bench.wire.socket;

/** The events of a socket; every call comes on the socket's event loop. */
public interface SocketListener {
  /**
   * A text message has arrived.
   *
   * @param bytes shared by all sockets of the loop and overwritten after the call
   * @param length how many of them count
   */
  void text(byte[] bytes, int length);

  /** The line broke; {@link #closed} follows. */
  default void failed(Throwable cause) {
    System.err.println("A socket failed: " + cause);
  }

  /** The socket is closed by either side; 1006 (RFC 6455 §7.1.5) when no code was given. */
  void closed(int code);
}
