package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.file.upload.Attachment;
import com.mockhu.dm.message.content.SystemEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message as it is stored.
 *
 * @param attachments none in a text
 * @param isHidden deleted by its sender for the sender alone
 * @param deletedAt when it was deleted for everyone; null while it stands
 * @param system what a system message tells; null for any other
 * @param deletedBy the admin who deleted it for everyone; null for its sender
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
    Instant createdAt,
    SystemEvent system,
    UUID deletedBy) {

  /** One that a person wrote. */
  public MessageRow(
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
    this(
        id,
        conversationId,
        seq,
        senderId,
        type,
        content,
        attachments,
        clientMessageId,
        isHidden,
        deletedAt,
        createdAt,
        null,
        null);
  }

  /** What the server wrote into a group. */
  public static MessageRow system(
      UUID id, UUID conversationId, long seq, UUID actor, SystemEvent event, Instant at) {
    return new MessageRow(
        id,
        conversationId,
        seq,
        actor,
        SYSTEM,
        null,
        List.of(),
        null,
        false,
        null,
        at,
        event,
        null);
  }

  private static final String SYSTEM = "system";

  public boolean isSystem() {
    return SYSTEM.equals(type);
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  public MessageRef ref() {
    return new MessageRef(id, seq, senderId);
  }
}
