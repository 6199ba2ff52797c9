package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.util.List;

/** One answer of {@code /v1/sync}. */
public record SyncPage(JsonNode data) {

  public List<JsonNode> conversations() {
    return Json.list(data.path("conversations"));
  }

  public List<Message> messages() {
    return Json.list(data.path("messages")).stream().map(Message::new).toList();
  }

  public List<String> contents() {
    return messages().stream().map(Message::content).toList();
  }

  public List<JsonNode> receipts() {
    return Json.list(data.path("receipts"));
  }

  public List<JsonNode> blocks() {
    return Json.list(data.path("blocks"));
  }

  /** Those with a new name or picture. */
  public List<JsonNode> users() {
    return Json.list(data.path("users"));
  }

  public JsonNode settings() {
    return data.path("settings");
  }

  public String cursor() {
    return data.path("cursor").asText();
  }

  public boolean hasMore() {
    return data.path("has_more").asBoolean();
  }

  public boolean isReset() {
    return data.path("reset").asBoolean();
  }

  /** Says nothing of anything. */
  public boolean isEmpty() {
    return conversations().isEmpty()
        && messages().isEmpty()
        && receipts().isEmpty()
        && blocks().isEmpty()
        && users().isEmpty()
        && !settings().isObject();
  }
}
