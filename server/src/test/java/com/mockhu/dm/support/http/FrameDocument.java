package com.mockhu.dm.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code asyncapi.yaml}, and the check of the server's frames against it. */
public final class FrameDocument {
  private static final SchemaDocument DOCUMENT = SchemaDocument.of("/api/asyncapi.yaml");
  private static final Map<String, String> SENT = messages("send");
  private static final Map<String, String> RECEIVED = messages("receive");

  private FrameDocument() {}

  /** The types of frames that the server sends. */
  public static Set<String> sent() {
    return SENT.keySet();
  }

  /** The types of frames that the server takes. */
  public static Set<String> received() {
    return RECEIVED.keySet();
  }

  /** The schema of a frame that the server takes. */
  public static JsonNode schema(String received) {
    return DOCUMENT.at(RECEIVED.get(received));
  }

  public static Set<String> errorCodes() {
    return DOCUMENT.words("/components/schemas/ErrorCode/enum");
  }

  public static Set<String> reasons() {
    return DOCUMENT.words("/components/schemas/Reason/enum");
  }

  public static Set<String> closeCodes() {
    Set<String> codes = new TreeSet<>();
    DOCUMENT
        .at("/channels/socket/x-close-codes")
        .forEach(each -> codes.add(each.path("code").asText()));
    return codes;
  }

  /** Of each type where its schema is. */
  private static Map<String, String> messages(String action) {
    Map<String, String> byType = new TreeMap<>();
    for (JsonNode operation : DOCUMENT.at("/operations")) {
      if (operation.path("action").asText().equals(action)) {
        operation.path("messages").forEach(message -> put(byType, message));
      }
    }
    return byType;
  }

  private static void put(Map<String, String> byType, JsonNode reference) {
    String message = DOCUMENT.target(SchemaDocument.pointer(reference));
    String payload = DOCUMENT.target(message + "/payload");
    byType.put(DOCUMENT.at(payload + "/properties/type/const").asText(), payload);
  }

  public static void check(JsonNode frame) {
    String schema = SENT.get(frame.path("type").asText());
    if (schema == null) {
      throw new AssertionError("asyncapi.yaml has no such frame: " + frame);
    }
    List<String> faults = DOCUMENT.faults(schema, frame);
    assertEquals(List.of(), faults, () -> "asyncapi.yaml says otherwise: " + frame);
  }
}
