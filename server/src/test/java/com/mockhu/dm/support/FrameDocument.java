package com.mockhu.dm.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code asyncapi.yaml}, and what it says of one frame of the server. */
public final class FrameDocument {
  private static final Schema DOCUMENT = Schema.of("/api/asyncapi.yaml");
  private static final Map<String, JsonNode> SENT = messages("send");
  private static final Map<String, JsonNode> RECEIVED = messages("receive");

  private FrameDocument() {}

  /** Frames that the server sends, by type. */
  public static Map<String, JsonNode> sent() {
    return SENT;
  }

  /** Frames that the server takes, by type. */
  public static Map<String, JsonNode> received() {
    return RECEIVED;
  }

  public static Set<String> errorCodes() {
    Set<String> codes = new TreeSet<>();
    DOCUMENT.root().at("/components/schemas/ErrorCode/enum").forEach(c -> codes.add(c.asText()));
    return codes;
  }

  public static Set<String> reasons() {
    return DOCUMENT.words("/components/schemas/Reason/enum");
  }

  public static Set<String> closeCodes() {
    Set<String> codes = new TreeSet<>();
    DOCUMENT
        .root()
        .at("/channels/socket/x-close-codes")
        .forEach(each -> codes.add(each.path("code").asText()));
    return codes;
  }

  private static Map<String, JsonNode> messages(String action) {
    Map<String, JsonNode> byType = new TreeMap<>();
    for (JsonNode operation : DOCUMENT.root().path("operations")) {
      if (operation.path("action").asText().equals(action)) {
        operation.path("messages").forEach(message -> put(byType, message));
      }
    }
    return byType;
  }

  private static void put(Map<String, JsonNode> byType, JsonNode message) {
    JsonNode payload = DOCUMENT.resolved(DOCUMENT.resolved(message).path("payload"));
    byType.put(payload.at("/properties/type/const").asText(), payload);
  }

  static void check(JsonNode frame) {
    if (SENT.isEmpty()) {
      return;
    }
    JsonNode schema = SENT.get(frame.path("type").asText());
    if (schema == null) {
      throw new AssertionError("asyncapi.yaml has no such frame: " + frame);
    }
    List<String> faults = DOCUMENT.faults(schema, frame);
    assertEquals(List.of(), faults, () -> "asyncapi.yaml says otherwise: " + frame);
  }
}
