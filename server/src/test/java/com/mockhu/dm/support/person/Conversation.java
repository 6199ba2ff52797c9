package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;

/** A conversation as one of its two people sees it. */
public record Conversation(JsonNode json) {

  public String id() {
    return json.path("id").asText();
  }

  public JsonNode participant() {
    return json.path("participant");
  }

  public int unread() {
    return json.path("unread_count").asInt();
  }

  /** JSON's null while there is none. */
  public JsonNode lastMessage() {
    return json.path("last_message");
  }

  public String preview() {
    return Json.string(lastMessage(), "content");
  }
}
