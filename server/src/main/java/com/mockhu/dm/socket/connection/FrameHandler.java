package com.mockhu.dm.socket.connection;

/** A feature's answer to one type of client frame. */
public interface FrameHandler {
  /**
   * What it throws is told to the client as an {@code error} frame. Frames of one connection come
   * one after the other.
   */
  void handle(Connection connection, ClientFrame frame);

  /** True when it answers by itself; others are confirmed once they returned, if asked by a ref. */
  default boolean isAnswering() {
    return false;
  }

  /** True when this frame needs no waiting, and so may be handled on the event loop. */
  default boolean isImmediate(ClientFrame frame) {
    return false;
  }
}
