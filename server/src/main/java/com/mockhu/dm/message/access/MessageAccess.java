package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import java.util.UUID;

/**
 * Who may see which message: history, single messages, receipts, sync and frames all ask here.
 * Files ask who may open the conversation.
 */
public final class MessageAccess {
  /**
   * {@link #isVisible} for statements on {@code messages m}. Binds what {@link Participant} has:
   * {@code clearedSeq}, then {@code userId}.
   */
  public static final String VISIBLE = "m.seq > ? AND NOT (m.is_hidden AND m.sender_id = ?)";

  private MessageAccess() {}

  /** Whether a participant who may open the conversation sees the message, or its tombstone. */
  public static boolean isVisible(Participant viewer, MessageRow row) {
    boolean isHidden = row.isHidden() && row.senderId().equals(viewer.userId());
    return isKnown(viewer, row.seq()) && !isHidden;
  }

  /**
   * Whether a participant may hear of the message at all. One that they have hidden themselves they
   * may still hear of: that it is hidden, and what became of it.
   */
  private static boolean isKnown(Participant viewer, long seq) {
    return seq > viewer.clearedSeq();
  }

  /** As {@link #isVisible}, also for people who may not open the conversation. */
  public static boolean maySee(Conversation conversation, UUID userId, MessageRow row) {
    return mayOpen(conversation, userId) && isVisible(conversation.participant(userId), row);
  }

  /** Whether anything about the message may reach this person. */
  public static boolean mayHearOf(Conversation conversation, UUID userId, long seq) {
    return mayOpen(conversation, userId) && isKnown(conversation.participant(userId), seq);
  }

  private static boolean mayOpen(Conversation conversation, UUID userId) {
    return conversation.has(userId) && !conversation.participant(userId).isBlocked();
  }
}
