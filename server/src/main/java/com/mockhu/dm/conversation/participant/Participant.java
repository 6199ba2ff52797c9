package com.mockhu.dm.conversation.participant;

import java.util.UUID;

/**
 * One person's own state in a conversation.
 *
 * @param joinedSeq number of the last message before the person came; 0 in a direct conversation
 * @param deliveredSeq all incoming messages up to here have reached the person
 * @param readSeq no incoming message up to here waits to be read
 * @param clearedSeq messages up to here are hidden from this person: deleted with the conversation,
 *     or from before the person came
 * @param isHidden the person deleted it, or it is empty and the other one's
 * @param isBlocked the other person of a direct conversation blocks this one
 */
public record Participant(
    UUID userId,
    long joinedSeq,
    int unreadCount,
    long deliveredSeq,
    long readSeq,
    long clearedSeq,
    boolean isHidden,
    boolean isBlocked) {

  public boolean isListed() {
    return !isHidden && !isBlocked;
  }

  Participant after(PositionChange change) {
    return new Participant(
        userId,
        joinedSeq,
        unreadCount - change.fewerUnread(),
        Math.max(deliveredSeq, change.deliveredSeq()),
        Math.max(readSeq, change.readSeq()),
        clearedSeq,
        isHidden,
        isBlocked);
  }
}
