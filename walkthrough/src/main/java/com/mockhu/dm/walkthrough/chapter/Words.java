package com.mockhu.dm.walkthrough.chapter;

import com.fasterxml.jackson.databind.JsonNode;

/** The wording of the server's responses in the transcript. */
final class Words {
  private Words() {}

  static String quoted(String text) {
    return "“" + text + "”";
  }

  /** A message: its place, its text and how far it got. */
  static String message(JsonNode message) {
    return "seq %d %s, %s"
        .formatted(
            message.path("seq").asInt(),
            quoted(message.path("content").asText()),
            message.path("status").asText());
  }

  /** A page of the inbox. */
  static String inbox(JsonNode data) {
    JsonNode pagination = data.path("pagination");
    return "conversations %d, unread %d"
        .formatted(pagination.path("total").asInt(), pagination.path("total_unread").asInt());
  }
}
