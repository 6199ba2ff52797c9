package com.mockhu.dm.chaos.client.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.chaos.check.Stored;
import java.util.ArrayList;
import java.util.List;

/** From the wire's shape of a message to the checker's. */
public final class Messages {
  private Messages() {}

  public static Stored of(JsonNode message) {
    List<String> files = new ArrayList<>();
    message.path("attachments").forEach(each -> files.add(each.path("id").asText()));
    return new Stored(
        message.path("id").asText(),
        message.path("conversation_id").asText(),
        message.path("seq").asLong(),
        message.path("sender_id").asText(),
        message.path("content").textValue(),
        message.path("is_deleted").asBoolean(),
        message.path("is_read").asBoolean(),
        message.path("status").asText(),
        message.path("created_at").asText(),
        files);
  }

  public static Stored read(Stored message) {
    return with(message, message.text(), message.isDeleted(), true, "read", message.files());
  }

  public static Stored delivered(Stored message) {
    return with(
        message,
        message.text(),
        message.isDeleted(),
        message.isRead(),
        "delivered",
        message.files());
  }

  public static Stored deleted(Stored message) {
    return with(message, null, true, message.isRead(), message.status(), List.of());
  }

  private static Stored with(
      Stored old,
      String text,
      boolean isDeleted,
      boolean isRead,
      String status,
      List<String> files) {
    return new Stored(
        old.id(),
        old.conversation(),
        old.seq(),
        old.sender(),
        text,
        isDeleted,
        isRead,
        status,
        old.createdAt(),
        files);
  }
}
