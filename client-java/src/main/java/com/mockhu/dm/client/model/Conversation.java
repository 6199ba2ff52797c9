package com.mockhu.dm.client.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation in the inbox.
 *
 * @param participant the other person
 * @param lastMessage null while there is none
 * @param isBlocked one blocks the other person
 * @param updatedAt the time of the latest activity
 */
public record Conversation(
    UUID id,
    Participant participant,
    LastMessage lastMessage,
    int unreadCount,
    boolean isBlocked,
    Instant createdAt,
    Instant updatedAt) {

  /** The newest message as a list shows it; {@code content} may be null. */
  public record LastMessage(
      UUID id,
      String content,
      UUID senderId,
      String messageType,
      boolean isDeleted,
      Instant createdAt) {}
}
