package com.mockhu.dm.support.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import java.util.List;
import java.util.stream.Stream;

/**
 * One response of {@code /v1/sync}.
 *
 * @param data the members as they arrived
 * @param model the same as the client gives it to programs
 */
public record SyncPage(JsonNode data, com.mockhu.dm.client.model.SyncPage model) {
  public SyncPage(JsonNode data) {
    this(data, Json.as(data, com.mockhu.dm.client.model.SyncPage.class));
  }

  public List<JsonNode> conversations() {
    return model.conversations();
  }

  public List<Message> messages() {
    return model.messages().stream().map(Message::new).toList();
  }

  public List<String> contents() {
    return messages().stream().map(Message::content).toList();
  }

  public List<JsonNode> receipts() {
    return model.receipts();
  }

  public List<JsonNode> blocks() {
    return model.blocks();
  }

  /** Those with a new name or picture. */
  public List<JsonNode> users() {
    return Json.list(data.path("users"));
  }

  public JsonNode settings() {
    return data.path("settings");
  }

  public String cursor() {
    return model.cursor();
  }

  public boolean hasMore() {
    return model.hasMore();
  }

  public boolean isReset() {
    return model.reset();
  }

  /** Has no change of any kind. */
  public boolean isEmpty() {
    return !settings().isObject()
        && Stream.of(conversations(), model.messages(), receipts(), blocks(), model.users())
            .allMatch(List::isEmpty);
  }
}
