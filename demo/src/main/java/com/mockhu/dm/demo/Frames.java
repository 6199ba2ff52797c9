package com.mockhu.dm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What a socket has received and nobody has looked at yet. */
final class Frames implements WebSocket.Listener {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final StringBuilder partial = new StringBuilder();
  private final Queue<JsonNode> waiting = new ArrayDeque<>();
  private String cursor = "";
  private String end;

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean isLast) {
    partial.append(data);
    if (isLast) {
      add(Rest.parse(partial.toString()));
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    end("it was closed with " + code + " " + reason);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    end(error.toString());
  }

  private synchronized void add(JsonNode frame) {
    waiting.add(frame);
    cursor = frame.path("cursor").asText(cursor);
    notifyAll();
  }

  private synchronized void end(String reason) {
    end = reason;
    notifyAll();
  }

  synchronized String cursor() {
    return cursor;
  }

  /** Passes over other types, but never over an error that was not asked for. */
  synchronized JsonNode next(String type, String who) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      JsonNode frame = waiting.isEmpty() ? awaited(deadline, type, who) : waiting.remove();
      String actual = frame.path("type").asText();
      if (actual.equals(type)) {
        return frame;
      }
      Check.that(!actual.equals("error"), who + " gets " + type + " rather than " + frame);
    }
  }

  private JsonNode awaited(long deadline, String type, String who) {
    try {
      while (waiting.isEmpty()) {
        long left = deadline - System.nanoTime();
        Check.that(end == null, who + " gets " + type + " (but " + end + ")");
        Check.that(left > 0, who + " gets " + type + " within 10 seconds");
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      return waiting.remove();
    } catch (InterruptedException e) {
      throw new UnexpectedException("it was interrupted");
    }
  }
}
