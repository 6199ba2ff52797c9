package com.mockhu.dm.message;

import com.mockhu.dm.attachment.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as it is stored.
 *
 * @param attachments none in a text
 * @param isHidden deleted by its sender for the sender alone
 * @param deletedAt when it was deleted for everyone; null while it stands
 */
record MessageRow(
    UUID id,
    UUID conversationId,
    long seq,
    UUID senderId,
    String type,
    String content,
    List<Attachment> attachments,
    UUID clientMessageId,
    boolean isDelivered,
    Instant readAt,
    boolean isHidden,
    Instant deletedAt,
    Instant createdAt) {

  boolean isDeleted() {
    return deletedAt != null;
  }

  MessageRow readAt(Instant time) {
    return new MessageRow(
        id,
        conversationId,
        seq,
        senderId,
        type,
        content,
        attachments,
        clientMessageId,
        isDelivered,
        time,
        isHidden,
        deletedAt,
        createdAt);
  }
}
