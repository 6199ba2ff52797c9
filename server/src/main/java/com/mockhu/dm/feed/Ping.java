package com.mockhu.dm.feed;

/** The {@code ping} frame, for clients that cannot send WebSocket pings. */
final class Ping implements FrameHandler {
  @Override
  public boolean isAnswering() {
    return true;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    connection.answer(Frames.pong(frame.ref()));
  }

  @Override
  public boolean isImmediate(ClientFrame frame) {
    return true;
  }
}
