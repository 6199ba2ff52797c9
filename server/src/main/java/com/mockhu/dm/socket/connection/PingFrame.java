package com.mockhu.dm.socket.connection;

import com.mockhu.dm.socket.delivery.ServerFrames;

/** The {@code ping} frame, for clients that cannot send WebSocket pings. */
public final class PingFrame implements FrameHandler {
  @Override
  public boolean isAnswering() {
    return true;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    connection.answer(ServerFrames.pong(frame.ref()));
  }

  @Override
  public boolean isImmediate(ClientFrame frame) {
    return true;
  }
}
