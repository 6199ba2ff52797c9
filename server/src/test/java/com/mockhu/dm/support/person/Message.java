package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;

/** A message as one person sees it. */
public record Message(JsonNode json) {

  public String id() {
    return json.path("id").asText();
  }

  public String conversation() {
    return json.path("conversation_id").asText();
  }

  public long seq() {
    return json.path("seq").asLong();
  }

  /** Null in a tombstone. */
  public String content() {
    return Json.string(json, "content");
  }

  public String status() {
    return json.path("status").asText();
  }

  public boolean isRead() {
    return json.path("is_read").asBoolean();
  }

  public boolean isDeleted() {
    return json.path("is_deleted").asBoolean();
  }

  public String senderId() {
    return json.path("sender_id").asText();
  }

  public String clientMessageId() {
    return Json.string(json, "client_message_id");
  }

  public String createdAt() {
    return json.path("created_at").asText();
  }
}
