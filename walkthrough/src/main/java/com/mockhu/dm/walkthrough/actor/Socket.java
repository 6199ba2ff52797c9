package com.mockhu.dm.walkthrough.actor;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.client.http.FrameSocket;
import com.mockhu.dm.client.http.Received;
import com.mockhu.dm.client.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** A person's open WebSocket. */
public final class Socket {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Transcript transcript;
  private final String who;
  private final FrameSocket socket;
  private String cursor = "";

  private Socket(Transcript transcript, String who, FrameSocket socket) {
    this.transcript = transcript;
    this.who = who;
    this.socket = socket;
  }

  /** Fetches a ticket, as a browser would, and opens a socket with it. */
  public static Socket open(Transcript transcript, Transport server, Person person) {
    String ticket =
        person
            .post("/v1/ws/ticket")
            .gives(200, data -> "a ticket for " + data.path("expires_in").asInt() + " seconds")
            .path("ticket")
            .asText();
    transcript.sent(person.name(), "open /v1/ws/messages?ticket=…");
    try {
      FrameSocket opened = FrameSocket.open(server, "/v1/ws/messages?ticket=" + ticket, null);
      Socket socket = new Socket(transcript, person.name(), opened);
      socket.await("hello", hello -> "heartbeat every " + hello.path("heartbeat_seconds") + " s");
      return socket;
    } catch (IOException e) {
      throw new UnexpectedException(person.name() + "'s socket did not open: " + e);
    }
  }

  /** {@code summary} is its line in the transcript. */
  public void send(String summary, Map<String, ?> frame) {
    transcript.sent(who, frame.get("type") + "  " + summary);
    socket.say(frame);
  }

  /**
   * The next frame of a type. Frames of other types that came before it are dropped, except an
   * error, which is never expected.
   */
  public JsonNode await(String type, Function<JsonNode, String> summary) {
    JsonNode frame = next(type);
    while (!frame.path("type").asText().equals(type)) {
      Check.that(
          !frame.path("type").asText().equals("error"),
          who + " gets " + type + " rather than " + frame);
      frame = next(type);
    }
    transcript.received(who, type + "  " + summary.apply(frame));
    return frame;
  }

  private JsonNode next(String type) {
    return switch (socket.next(PATIENCE)) {
      case Received.Frame frame -> {
        cursor = frame.json().path("cursor").asText(cursor);
        yield frame.json();
      }
      case Received.Silence silence ->
          throw new UnexpectedException(who + " should get " + type + " within 10 seconds");
      case Received.Closed closed ->
          throw new UnexpectedException(who + " should get " + type + " but " + closed);
    };
  }

  /** The next event of a type: its content. */
  public JsonNode event(String type, Function<JsonNode, String> summary) {
    return await(type, frame -> summary.apply(frame.path("data"))).path("data");
  }

  /** Of the last frame that had one. */
  public String cursor() {
    return cursor;
  }

  public void close() {
    transcript.sent(who, "close");
    socket.close();
  }
}
