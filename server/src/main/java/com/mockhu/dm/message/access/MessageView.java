package com.mockhu.dm.message.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.message.content.SystemEvent;
import com.mockhu.dm.people.account.UserView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as clients see it, on every surface (behaviour §4). *
 *
 * @param receipts of the viewer's own message in a group; else null, and left out
 * @param isFromBlocked true for a group's message whose sender the viewer blocks; else null
 */
public record MessageView(
    @JsonUnwrapped Shared shared,
    List<Attachment> attachments,
    String status,
    boolean isRead,
    Instant readAt,
    UUID clientMessageId,
    @JsonInclude(JsonInclude.Include.NON_NULL) Receipts receipts,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean isFromBlocked) {

  /**
   * How many of a group have got the viewer's own message.
   *
   * @param read null where the viewer does not share their own reading
   */
  public record Receipts(int total, int delivered, Integer read) {}

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
      Instant createdAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) SystemEvent system,
      @JsonInclude(JsonInclude.Include.NON_NULL) UUID deletedBy) {}

  public UUID id() {
    return shared.id;
  }

  /** The entry in sync for a message that its sender deleted for themselves. */
  public record Hidden(UUID id, UUID conversationId, boolean isDeleted, String deletedFor) {}
}
