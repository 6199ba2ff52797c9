package com.mockhu.dm.support.http;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The client's JSON, with the checks of tests: text that is not JSON fails them. */
public final class Json {
  private Json() {}

  public static String text(Object value) {
    return com.mockhu.dm.client.http.Json.text(value);
  }

  public static JsonNode tree(String text) {
    JsonNode tree = com.mockhu.dm.client.http.Json.tree(text);
    assertFalse(tree.isMissingNode(), () -> "This is not JSON: " + text);
    return tree;
  }

  /** The object as the client gives it to programs. */
  public static <T> T as(JsonNode object, Class<T> type) {
    return com.mockhu.dm.client.http.Json.as(object, type);
  }

  public static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** Null for a missing field and for JSON's null alike. */
  public static String string(JsonNode object, String field) {
    return object.hasNonNull(field) ? object.get(field).asText() : null;
  }
}
