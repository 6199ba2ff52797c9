package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.DeliveryChange;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReadChange;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.message.access.ReceiptFacts;
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
  private final GroupCounts counts;

  public ReceiptEvents(MessageChanges changes, GroupCounts counts) {
    this.changes = changes;
    this.counts = counts;
  }

  /** Connected senders in the group see the counts a moment later. */
  void count(UUID group, DeliveryChange.Decided delivery, ReadChange.Decided reading) {
    delivery.told().forEach(each -> counts.note(group, SeqRange.of(each.seq())));
    reading.ranges().forEach(each -> counts.note(group, each));
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
      if (after.conversation.isDirect()) {
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
        new MessageChanges.Subject(conversation, message, null, ReceiptFacts.of(after.ranges));
    // Without a frame the socket reads back, and finds that there is nothing to show.
    Supplier<Frame> live =
        () -> changes.of(viewer, kind, firstSeq, subject).map(MessageChange::frame).orElse(null);
    batch.add(viewer, kind, conversation.id(), message.id(), firstSeq, live);
  }
}
