package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;

/**
 * A message as one person sees it.
 *
 * @param json the members as they arrived
 * @param model the same as the client gives it to programs
 */
public record Message(JsonNode json, com.mockhu.dm.client.model.Message model) {
  public Message(JsonNode json) {
    this(json, Json.as(json, com.mockhu.dm.client.model.Message.class));
  }

  public String id() {
    return model.id().toString();
  }

  public String conversation() {
    return model.conversationId().toString();
  }

  public long seq() {
    return model.seq();
  }

  /** Null in a tombstone. */
  public String content() {
    return model.content();
  }

  public String status() {
    return model.status();
  }

  public boolean isRead() {
    return model.isRead();
  }

  public boolean isDeleted() {
    return model.isDeleted();
  }

  public String senderId() {
    return String.valueOf(model.senderId());
  }

  public String clientMessageId() {
    return Json.string(json, "client_message_id");
  }

  public String createdAt() {
    return json.path("created_at").asText();
  }
}
