package com.mockhu.dm.feed;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The writing side of a socket. A reader that does not keep up is closed rather than given memory.
 */
final class Wire {
  /** What may wait for one reader, in bytes; a resume brings whatever did not fit. */
  private static final int MOST_WAITING = 512 * 1024;

  private static final long FAREWELL_MILLIS = 2_000;

  private final Vertx vertx;
  private final ServerWebSocket socket;
  private final AtomicBoolean closed = new AtomicBoolean();

  Wire(Vertx vertx, ServerWebSocket socket) {
    this.vertx = vertx;
    this.socket = socket;
    socket.setWriteQueueMaxSize(MOST_WAITING);
  }

  void write(String text) {
    if (closed.get()) {
      return;
    }
    if (socket.writeQueueFull()) {
      close(CloseCode.SLOW_READER);
      return;
    }
    socket.writeTextMessage(text);
  }

  void ping() {
    if (!closed.get()) {
      socket.writePing(io.vertx.core.buffer.Buffer.buffer());
    }
  }

  /**
   * The close frame queues behind what is waiting, so a reader that never reads would keep us
   * forever: the connection is cut a moment later.
   */
  void close(CloseCode code) {
    if (closed.compareAndSet(false, true)) {
      socket.close((short) code.number(), code.reason());
      vertx.setTimer(FAREWELL_MILLIS, ignored -> cut());
    }
  }

  private void cut() {
    if (!socket.isClosed()) {
      Cutting.cut(socket);
    }
  }

  void closedByPeer() {
    closed.set(true);
  }

  boolean isClosed() {
    return closed.get();
  }
}
