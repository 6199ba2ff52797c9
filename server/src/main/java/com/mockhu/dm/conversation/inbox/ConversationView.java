package com.mockhu.dm.conversation.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mockhu.dm.conversation.participant.Participant;
import java.time.Instant;
import java.util.UUID;

/**
 * A direct conversation as its participant sees it, in inbox, detail and sync alike (behaviour §3).
 *
 * @param clearedSeq messages up to this number went with the participant's own deletion; 0 for none
 */
public record ConversationView(
    UUID id,
    String type,
    Participant participant,
    LastMessage lastMessage,
    int unreadCount,
    long clearedSeq,
    boolean isBlocked,
    long lastSeq,
    Instant createdAt,
    Instant updatedAt)
    implements InboxEntry {

  /** The other person. */
  record Participant(
      UUID id,
      String username,
      String fullName,
      String avatarUrl,
      boolean isOnline,
      Instant lastSeen) {}

  /** {@code content} is a preview; null for a message without text or one that is gone. */
  record LastMessage(
      UUID id,
      String content,
      UUID senderId,
      String messageType,
      boolean isDeleted,
      Instant createdAt) {}

  /**
   * What is left of one that is no longer in the inbox.
   *
   * @param reason why it went; null, and left out, where its owner deleted it
   */
  record Gone(
      UUID id, boolean isDeleted, @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
}
