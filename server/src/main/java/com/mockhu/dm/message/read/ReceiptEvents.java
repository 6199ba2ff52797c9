package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.DeliveryChange;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReadChange;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.message.event.MessageChange;
import com.mockhu.dm.message.event.MessageChanges;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Who hears of receipts: senders of what arrived or was read, and the reader's own devices. */
public final class ReceiptEvents {
  private final MessageChanges changes;

  public ReceiptEvents(MessageChanges changes) {
    this.changes = changes;
  }

  /**
   * The conversation as the batch leaves it.
   *
   * @param person whose receipts it were
   */
  public record After(Conversation conversation, UUID person, ReceiptRanges ranges, Instant at) {}

  public void add(
      FeedBatch batch, After after, DeliveryChange.Decided delivery, ReadChange.Decided reading) {
    for (MessageRef message : delivery.told()) {
      if (isNews(after.conversation, message)) {
        add(batch, after, message.senderId(), EventKind.DELIVERED, message, null);
      }
    }
    for (ReadChange.Told told : reading.told()) {
      short kind = told.isWhole() ? EventKind.READ_ALL : EventKind.READ;
      for (UUID viewer : readingIsToldTo(after)) {
        add(batch, after, viewer, kind, told.newest(), told.firstSeq());
      }
    }
  }

  /** In a group the status moves when the last recipient has reached it. */
  private static boolean isNews(Conversation conversation, MessageRef message) {
    return conversation.isDirect()
        || conversation.others(message.senderId()).stream()
            .allMatch(each -> each.deliveredSeq() >= message.seq());
  }

  /** In a group only the reader's own devices get the event. */
  private static List<UUID> readingIsToldTo(After after) {
    return after.conversation.isDirect()
        ? after.conversation.participants().stream().map(Participant::userId).toList()
        : List.of(after.person);
  }

  private void add(
      FeedBatch batch, After after, UUID viewer, short kind, MessageRef message, Long firstSeq) {
    Conversation conversation = after.conversation;
    MessageChanges.Subject subject =
        new MessageChanges.Subject(conversation, message, null, after.ranges);
    // Without a frame the socket reads back, and finds that there is nothing to show.
    Supplier<Frame> live =
        () -> changes.of(viewer, kind, firstSeq, subject).map(MessageChange::frame).orElse(null);
    batch.add(viewer, kind, conversation.id(), message.id(), firstSeq, live);
  }
}
