package com.mockhu.dm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** A person's open WebSocket. */
final class Socket {
  private final Transcript transcript;
  private final String who;
  private final Frames frames;
  private final WebSocket webSocket;

  private Socket(Transcript transcript, String who, Frames frames, WebSocket webSocket) {
    this.transcript = transcript;
    this.who = who;
    this.frames = frames;
    this.webSocket = webSocket;
  }

  /** Fetches a ticket, as a browser would, and opens a socket with it. */
  static Socket open(Transcript transcript, HttpClient client, URI server, Person person) {
    String ticket =
        person
            .post("/v1/ws/ticket")
            .gives(200, data -> "a ticket for " + data.path("expires_in").asInt() + " seconds")
            .path("ticket")
            .asText();
    String address = server.toString().replaceFirst("^http", "ws") + "/v1/ws/messages?ticket=";
    Frames frames = new Frames();
    transcript.sent(person.name(), "open /v1/ws/messages?ticket=…");
    try {
      WebSocket opened =
          client.newWebSocketBuilder().buildAsync(URI.create(address + ticket), frames).join();
      Socket socket = new Socket(transcript, person.name(), frames, opened);
      socket.await("hello", hello -> "heartbeat every " + hello.path("heartbeat_seconds") + " s");
      return socket;
    } catch (CompletionException e) {
      throw new UnexpectedException(person.name() + "'s socket did not open: " + e.getCause());
    }
  }

  /** {@code summary} is what the transcript shows of it. */
  void send(String summary, Map<String, ?> frame) {
    transcript.sent(who, frame.get("type") + "  " + summary);
    webSocket.sendText(Rest.text(frame), true).join();
  }

  /** The next frame of a type; those of other types that came before it are passed over. */
  JsonNode await(String type, Function<JsonNode, String> summary) {
    JsonNode frame = frames.next(type, who);
    transcript.received(who, type + "  " + summary.apply(frame));
    return frame;
  }

  /** The next event of a type: its content. */
  JsonNode event(String type, Function<JsonNode, String> summary) {
    return await(type, frame -> summary.apply(frame.path("data"))).path("data");
  }

  /** Of the last frame that had one. */
  String cursor() {
    return frames.cursor();
  }

  void close() {
    transcript.sent(who, "close");
    webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }
}
