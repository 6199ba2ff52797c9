package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.file.upload.Attachment;
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
public record MessageRow(
    UUID id,
    UUID conversationId,
    long seq,
    UUID senderId,
    String type,
    String content,
    List<Attachment> attachments,
    UUID clientMessageId,
    boolean isHidden,
    Instant deletedAt,
    Instant createdAt) {

  public boolean isDeleted() {
    return deletedAt != null;
  }

  public MessageRef ref() {
    return new MessageRef(id, seq, senderId);
  }
}
