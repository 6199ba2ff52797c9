package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.MessageRef;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How far a group's message came, as its sender may know it: over those who were members when it
 * was sent, and still are. A person who hides their reading, or with whom a block stands, never
 * counts as having read.
 */
public record GroupProgress(MessageStatus status, MessageView.Receipts receipts) {

  /**
   * @param isSharing whether a person shares what they have read
   */
  static GroupProgress of(
      Conversation conversation,
      MessageRef message,
      ReceiptFacts facts,
      Predicate<UUID> isSharing) {
    boolean isShown = isSharing.test(message.senderId());
    int total = 0;
    int delivered = 0;
    int read = 0;
    Instant last = null;
    for (Participant each : conversation.participants()) {
      boolean isRecipient =
          !each.userId().equals(message.senderId()) && each.joinedSeq() < message.seq();
      if (!isRecipient) {
        continue;
      }
      MessageStatus status = MessageStatus.of(conversation, each, message, facts.ranges());
      total++;
      delivered += status.isDelivered() ? 1 : 0;
      boolean hasRead =
          isShown
              && status.isRead()
              && !facts.blocks().stoodAt(each.userId(), status.readAt())
              && isSharing.test(each.userId());
      if (hasRead) {
        read++;
        last = last == null || status.readAt().isAfter(last) ? status.readAt() : last;
      }
    }
    boolean isAllRead = total > 0 && read == total;
    return new GroupProgress(
        new MessageStatus(total > 0 && delivered == total, isAllRead ? last : null),
        new MessageView.Receipts(total, delivered, isShown ? read : null));
  }
}
