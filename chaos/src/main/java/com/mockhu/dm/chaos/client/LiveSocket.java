package com.mockhu.dm.chaos.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.Socket;
import com.mockhu.dm.bench.wire.SocketClient;
import com.mockhu.dm.bench.wire.SocketListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One connection of a device, from the dial to the end. */
final class LiveSocket implements SocketListener {
  private static final long PATIENCE_SECONDS = 5;

  private final int number;
  private final Consumer<JsonNode> heard;
  private final Consumer<LiveSocket> closed;
  private volatile Socket socket;
  private volatile boolean isOver;

  private LiveSocket(int number, Consumer<JsonNode> heard, Consumer<LiveSocket> closed) {
    this.number = number;
    this.heard = heard;
    this.closed = closed;
  }

  static LiveSocket none() {
    LiveSocket none = new LiveSocket(0, frame -> {}, line -> {});
    none.isOver = true;
    return none;
  }

  /** Waits until it is open or has failed; the cursor may be null for the first time. */
  static LiveSocket dial(
      SocketClient sockets,
      Person person,
      String cursor,
      int number,
      Consumer<JsonNode> heard,
      Consumer<LiveSocket> closed) {
    LiveSocket line = new LiveSocket(number, heard, closed);
    String query = cursor == null ? "" : "?cursor=" + cursor;
    line.await(sockets.open(person, query, sockets.nextLoop(), line));
    return line;
  }

  private void await(CompletableFuture<Socket> opening) {
    try {
      socket = opening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      isOver = true;
      opening.thenAccept(Socket::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      isOver = true;
    }
  }

  int number() {
    return number;
  }

  boolean isOpen() {
    return !isOver;
  }

  void say(Object frame) {
    socket.say(Api.text(frame));
  }

  void close() {
    isOver = true;
    if (socket != null) {
      socket.close();
    }
  }

  @Override
  public void text(byte[] bytes, int length) {
    // Once given up, what still comes must not move the cursor of the one that follows it.
    if (isOver) {
      return;
    }
    try {
      heard.accept(Api.JSON.readTree(bytes, 0, length));
    } catch (IOException e) {
      throw new IllegalStateException("A frame that is no JSON", e);
    }
  }

  /** Broken lines are the everyday here. */
  @Override
  public void failed(Throwable cause) {}

  @Override
  public void closed(int code) {
    isOver = true;
    closed.accept(this);
  }
}
