package com.mockhu.dm.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation under its row lock, with both sides.
 *
 * @param lastSeq number of the newest message, 0 while there is none
 * @param lastMessageAt its time; null while there is none
 */
public record Conversation(
    UUID id, long lastSeq, Instant lastMessageAt, UUID lastMessageId, Side one, Side other) {

  /**
   * One participant's own view.
   *
   * @param deliveredSeq all incoming messages up to here have reached the participant
   * @param readSeq no incoming message up to here waits to be read
   * @param clearedSeq messages up to here were deleted with the conversation, for this one alone
   * @param isHidden the participant deleted it, or it is empty and the other one's
   * @param isBlocked the other one blocks this participant
   */
  public record Side(
      UUID userId,
      int unreadCount,
      long deliveredSeq,
      long readSeq,
      long clearedSeq,
      boolean isHidden,
      boolean isBlocked) {

    public boolean isListed() {
      return !isHidden && !isBlocked;
    }
  }

  public boolean has(UUID userId) {
    return one.userId.equals(userId) || other.userId.equals(userId);
  }

  public Side side(UUID userId) {
    return one.userId.equals(userId) ? one : other;
  }

  /** The side across from this participant. */
  public Side peer(UUID userId) {
    return one.userId.equals(userId) ? other : one;
  }
}
