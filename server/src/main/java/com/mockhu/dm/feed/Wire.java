package com.mockhu.dm.feed;

import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The writing side of a socket. A reader that does not keep up is closed rather than given memory.
 */
final class Wire {
  /** What of the feed may wait for one reader, in bytes; the rest waits in the database. */
  private static final int MOST_WAITING = 256 * 1024;

  /** A reader that takes nothing for this long is gone, or means us harm. */
  private static final long LONGEST_STALL_SECONDS = 10;

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
    if (!closed.get()) {
      socket.writeTextMessage(text);
    }
  }

  boolean isFull() {
    return socket.writeQueueFull();
  }

  /** Waits for a reader that has fallen behind; false when it is closed, or is closed for that. */
  boolean hasRoom() {
    if (closed.get() || !isFull()) {
      return !closed.get();
    }
    CountDownLatch drained = new CountDownLatch(1);
    socket.drainHandler(ignored -> drained.countDown());
    try {
      if (isFull() && !drained.await(LONGEST_STALL_SECONDS, TimeUnit.SECONDS) && isFull()) {
        close(CloseCode.SLOW_READER);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close(CloseCode.GOING_AWAY);
    }
    return !closed.get();
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

  /** What came in is no frame, or too large a one. */
  void fail(Throwable failure) {
    boolean isBroken =
        failure instanceof CorruptedWebSocketFrameException broken
            && broken.closeStatus() != WebSocketCloseStatus.MESSAGE_TOO_BIG;
    close(isBroken ? CloseCode.BAD_FRAME : CloseCode.TOO_BIG);
  }

  void closedByPeer() {
    closed.set(true);
  }

  boolean isClosed() {
    return closed.get();
  }
}
