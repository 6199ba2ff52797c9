package com.mockhu.dm.message;

import com.mockhu.dm.account.UserView;
import com.mockhu.dm.attachment.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message as clients see it, on every surface (behaviour §4). */
record MessageView(
    UUID id,
    UUID conversationId,
    UUID senderId,
    UserView sender,
    long seq,
    String messageType,
    String content,
    List<Attachment> attachments,
    String status,
    boolean isRead,
    Instant readAt,
    boolean isDeleted,
    UUID clientMessageId,
    Instant createdAt) {

  /** What sync tells of a message that its sender deleted for themselves. */
  record Hidden(UUID id, UUID conversationId, boolean isDeleted, String deletedFor) {}
}
