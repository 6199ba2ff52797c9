package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;

/**
 * A conversation as one of its two people sees it.
 *
 * @param json the members as they arrived
 * @param model the same as the client gives it to programs
 */
public record Conversation(JsonNode json, com.mockhu.dm.client.model.Conversation model) {
  public Conversation(JsonNode json) {
    this(json, Json.as(json, com.mockhu.dm.client.model.Conversation.class));
  }

  public String id() {
    return model.id().toString();
  }

  public JsonNode participant() {
    return json.path("participant");
  }

  public int unread() {
    return model.unreadCount();
  }

  /** JSON's null while there is none. */
  public JsonNode lastMessage() {
    return json.path("last_message");
  }

  /** Null while there is no last message, or when it has no text. */
  public String preview() {
    return model.lastMessage() == null ? null : model.lastMessage().content();
  }
}
