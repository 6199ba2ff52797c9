package com.mockhu.dm.chaos.client.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.FrameSocket;
import com.mockhu.dm.client.http.Received;
import com.mockhu.dm.client.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** One connection of a device, from the dial to the end. */
final class LiveSocket {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private final int number;
  private final Consumer<JsonNode> heard;
  private final Consumer<LiveSocket> closed;
  private volatile FrameSocket socket;
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
      Transport server,
      String token,
      String cursor,
      int number,
      Consumer<JsonNode> heard,
      Consumer<LiveSocket> closed) {
    LiveSocket line = new LiveSocket(number, heard, closed);
    String query = cursor == null ? "" : "?cursor=" + cursor;
    try {
      line.socket = FrameSocket.open(server, "/v1/ws/messages" + query, token);
      Thread.startVirtualThread(line::listen);
    } catch (IOException e) {
      line.isOver = true;
    }
    return line;
  }

  int number() {
    return number;
  }

  boolean isOpen() {
    return !isOver;
  }

  void say(Map<String, ?> frame) {
    socket.say(frame);
  }

  void close() {
    isOver = true;
    if (socket != null) {
      socket.close();
    }
  }

  private void listen() {
    Received next = socket.next(LONGEST_SILENCE);
    while (next instanceof Received.Frame frame) {
      // After the device gave up on this line, a late frame must not move its successor's cursor.
      if (!isOver) {
        heard.accept(frame.json());
      }
      next = socket.next(LONGEST_SILENCE);
    }
    isOver = true;
    closed.accept(this);
  }
}
