package com.mockhu.dm.socket.connection;

/** Handles one type of client frame. */
public interface FrameHandler {
  /**
   * An exception is sent to the client as an {@code error} frame. Frames of one connection are
   * handled in order.
   */
  void handle(Connection connection, ClientFrame frame);

  /**
   * True when it writes its own reply; otherwise a frame with a ref is confirmed after it returns.
   */
  default boolean isAnswering() {
    return false;
  }

  /** True when it does not block for this frame, which may then run on the event loop. */
  default boolean isImmediate(ClientFrame frame) {
    return false;
  }
}
