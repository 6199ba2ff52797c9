package com.mockhu.dm.support.person;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;

/** An open connection of one person. Each frame that came can be awaited once. */
public final class Socket implements AutoCloseable {
  private final Person owner;
  private final Frames frames;
  private final WebSocket connection;
  private Person courier;

  Socket(Person owner, Frames frames, WebSocket connection) {
    this.owner = owner;
    this.frames = frames;
    this.connection = connection;
  }

  public JsonNode awaits(String type) {
    return frames.take(type, frame -> isOf(type, frame));
  }

  /** Waits for a frame of {@code type} that fits; the frame itself is given, not its data. */
  public JsonNode awaits(String type, Predicate<JsonNode> condition) {
    return frames.take(type, frame -> isOf(type, frame) && condition.test(frame));
  }

  /** Waits for the message of that text, and returns it. */
  public Message awaitsMessage(String content) {
    JsonNode frame =
        awaits("new_message", f -> content.equals(Json.string(f.path("data"), "content")));
    return new Message(frame.path("data"));
  }

  /** The answer to the frame that carried {@code ref}, whichever it is. */
  public JsonNode awaitsAnswerTo(String ref) {
    return frames.take("answer to " + ref, frame -> ref.equals(Json.string(frame, "ref")));
  }

  public JsonNode awaitsError(String ref, String code) {
    JsonNode answer = awaitsAnswerTo(ref);
    assertEquals("error", answer.path("type").asText(), answer::toString);
    assertEquals(code, answer.path("code").asText(), answer::toString);
    return answer;
  }

  private static boolean isOf(String type, JsonNode frame) {
    return frame.path("type").asText().equals(type);
  }

  /** All frames of a kind that came so far, in order. */
  public List<JsonNode> seen(String type) {
    return frames.all().stream().filter(frame -> isOf(type, frame)).toList();
  }

  public List<JsonNode> seen() {
    return frames.all();
  }

  /** The bytes of all frames that came so far. */
  public List<String> texts() {
    return frames.texts();
  }

  /** Sends a frame under a fresh {@code ref}, which is returned. */
  public String says(String type, Map<String, ?> fields) {
    String ref = UUID.randomUUID().toString();
    Map<String, Object> frame = new HashMap<>(fields);
    frame.put("type", type);
    frame.put("ref", ref);
    saysRaw(Json.text(frame));
    return ref;
  }

  public String sends(String content, String conversation) {
    return says(
        "message",
        Map.of("conversation_id", conversation, "message_type", "text", "content", content));
  }

  public String types(String conversation, boolean isTyping) {
    return says("typing", Map.of("conversation_id", conversation, "is_typing", isTyping));
  }

  public synchronized void saysRaw(String text) {
    try {
      connection.sendText(text, true).join();
    } catch (CompletionException e) {
      // The server may have closed while a refused frame was still on its way.
      frames.onError(connection, e);
    }
  }

  public synchronized void saysBytes(byte[] bytes) {
    connection.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  /** Everything said on this socket before has been handled when this returns. */
  public void fence() {
    awaitsAnswerTo(says("ping", Map.of()));
  }

  /**
   * No such frame arrived but those that were awaited. Waits for a message of another person first,
   * sent now: it arrives after all frames that were under way.
   */
  public void hasNo(String type, Predicate<JsonNode> condition) {
    if (courier == null) {
      courier = owner.campus().welcomes("courier");
    }
    String word = UUID.randomUUID().toString();
    courier.sends(word).to(owner);
    awaitsMessage(word);
    fence();
    List<JsonNode> wrong =
        frames.untaken().stream().filter(f -> isOf(type, f) && condition.test(f)).toList();
    assertEquals(List.of(), wrong, "frames that should not have come");
  }

  public void hasNo(String type) {
    hasNo(type, frame -> true);
  }

  /** Waits for the close, and returns its code; 1006 for a line that broke. */
  public int closeCode() {
    return frames.closeCode();
  }

  /** The last cursor that a frame told. */
  public String cursor() {
    return frames.all().stream()
        .map(frame -> Json.string(frame, "cursor"))
        .filter(java.util.Objects::nonNull)
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("No frame had a cursor: " + frames.all()));
  }

  /** Leaves as a browser does, and waits until the server has seen it. */
  public void leaves() {
    connection.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    frames.closeCode();
  }

  @Override
  public void close() {
    connection.abort();
  }
}
