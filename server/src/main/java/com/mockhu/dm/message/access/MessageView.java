package com.mockhu.dm.message.access;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.people.account.UserView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message as clients see it, on every surface (behaviour §4). */
public record MessageView(
    @JsonUnwrapped Shared shared,
    List<Attachment> attachments,
    String status,
    boolean isRead,
    Instant readAt,
    UUID clientMessageId) {

  /** What all who see the message see alike. */
  public record Shared(
      UUID id,
      UUID conversationId,
      UUID senderId,
      UserView sender,
      long seq,
      String messageType,
      String content,
      boolean isDeleted,
      Instant createdAt) {}

  public UUID id() {
    return shared.id;
  }

  /** The entry in sync for a message that its sender deleted for themselves. */
  public record Hidden(UUID id, UUID conversationId, boolean isDeleted, String deletedFor) {}
}
