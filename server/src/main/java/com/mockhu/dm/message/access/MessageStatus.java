package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import java.time.Instant;

/**
 * How far a message came.
 *
 * @param readAt null while it is not read
 */
public record MessageStatus(boolean isDelivered, Instant readAt) {
  public static final MessageStatus SENT = new MessageStatus(false, null);

  /** With one recipient. {@code ranges} must know of the recipient and the message. */
  public static MessageStatus of(
      Conversation conversation, Participant recipient, MessageRef message, ReceiptRanges ranges) {
    Instant readAt = ranges.readAt(conversation.id(), recipient.userId(), message.seq());
    boolean isDelivered =
        readAt != null
            || message.seq() <= recipient.deliveredSeq()
            || ranges.isDelivered(conversation.id(), recipient.userId(), message.seq());
    return new MessageStatus(isDelivered, readAt);
  }

  public boolean isRead() {
    return readAt != null;
  }

  /** As clients know it. */
  public String word() {
    return isRead() ? "read" : isDelivered ? "delivered" : "sent";
  }

  public MessageStatus withoutReading() {
    return new MessageStatus(isDelivered, null);
  }

  /** What holds for the recipients of both; read when the last of them has read it. */
  public MessageStatus least(MessageStatus other) {
    Instant last =
        readAt == null || other.readAt == null
            ? null
            : readAt.isAfter(other.readAt) ? readAt : other.readAt;
    return new MessageStatus(isDelivered && other.isDelivered, last);
  }
}
