package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.participant.PositionChange;
import com.mockhu.dm.conversation.receipt.DeliveryChange;
import com.mockhu.dm.conversation.receipt.ReadChange;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.conversation.receipt.Span;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.FeedBatch;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides and stores what one batch of receipts changes: a handful of statements, however many
 * receipts and people there are.
 */
final class StoreReceipts {
  private final Transaction transaction;
  private final Map<UUID, Conversation> conversations;
  private final Instant now;
  private final List<Side> sides = new ArrayList<>();
  private final Map<ParticipantKey, List<SeqRange>> read = new HashMap<>();

  /** One person's change, and what was decided. */
  private record Side(ParticipantKey whose, DeliveryChange delivery, ReadChange reading) {}

  private record Decided(
      ParticipantKey whose, DeliveryChange.Decided delivery, ReadChange.Decided reading) {

    boolean isNothing() {
      return delivery.told().isEmpty() && reading.fewerUnread() == 0;
    }

    PositionChange change() {
      return new PositionChange(
          whose.conversationId(),
          whose.userId(),
          delivery.position(),
          reading.fewerUnread() == 0 ? 0 : reading.readSeq(),
          reading.fewerUnread());
    }
  }

  private StoreReceipts(
      Transaction transaction, Map<UUID, Conversation> conversations, Instant now) {
    this.transaction = transaction;
    this.conversations = conversations;
    this.now = now;
  }

  /** What each person has read thereby, without the parts that they had read before. */
  static Map<ParticipantKey, List<SeqRange>> store(
      Transaction transaction,
      ConversationChanges changes,
      Feed feed,
      ReceiptEvents events,
      ReceiptBatch batch,
      Instant now)
      throws SQLException {
    StoreReceipts stored = new StoreReceipts(transaction, batch.conversations(), now);
    ReceiptRanges known = stored.known(batch.asked());
    batch.asked().forEach((whose, asked) -> stored.add(whose, asked, known));
    List<Decided> decided = stored.decided().stream().filter(each -> !each.isNothing()).toList();
    if (!decided.isEmpty()) {
      FeedBatch told = FeedBatch.empty();
      stored.write(changes, told, decided);
      for (Decided each : decided) {
        events.add(told, stored.after(each, known), each.delivery, each.reading);
      }
      feed.append(transaction, told);
    }
    return stored.read;
  }

  private ReceiptRanges known(Map<ParticipantKey, ReceiptBatch.Asked> asked) throws SQLException {
    List<Span> spans = new ArrayList<>();
    asked.forEach(
        (whose, all) -> {
          Conversation conversation = conversations.get(whose.conversationId());
          Participant person = conversation.participant(whose.userId());
          for (SeqRange seqs : ReceiptBatch.seqs(person, conversation.lastSeq(), all)) {
            spans.add(Span.of(whose.conversationId(), person, seqs));
          }
        });
    return ReceiptSql.touching(transaction, spans);
  }

  private void add(ParticipantKey whose, ReceiptBatch.Asked asked, ReceiptRanges known) {
    Conversation conversation = conversations.get(whose.conversationId());
    Participant person = conversation.participant(whose.userId());
    sides.add(
        new Side(
            whose,
            DeliveryChange.of(person, asked.arrived(), known.reads(whose), known.deliveries(whose)),
            ReadChange.of(person, conversation.lastSeq(), asked.wishes(), known.reads(whose))));
  }

  private List<Decided> decided() throws SQLException {
    List<ReceiptMessages.Part> gaps = new ArrayList<>();
    List<ReceiptMessages.Part> parts = new ArrayList<>();
    for (Side side : sides) {
      side.delivery.gaps().forEach(gap -> gaps.add(new ReceiptMessages.Part(side.whose, gap)));
      side.reading.parts().forEach(part -> parts.add(new ReceiptMessages.Part(side.whose, part)));
    }
    Map<ParticipantKey, Long> missing = ReceiptMessages.missing(transaction, gaps);
    List<ReadChange.Waiting> waiting = ReceiptMessages.waiting(transaction, parts);
    List<Decided> decided = new ArrayList<>();
    int next = 0;
    for (Side side : sides) {
      int end = next + side.reading.parts().size();
      decided.add(
          new Decided(
              side.whose,
              side.delivery.decide(missing.get(side.whose)),
              side.reading.decide(waiting.subList(next, end))));
      next = end;
    }
    return decided;
  }

  private void write(ConversationChanges changes, FeedBatch told, List<Decided> decided)
      throws SQLException {
    List<ReceiptSql.Stored> reads = new ArrayList<>();
    List<ReceiptSql.Stored> removed = new ArrayList<>();
    List<ReceiptSql.Stored> added = new ArrayList<>();
    for (Decided each : decided) {
      each.reading.ranges().forEach(r -> reads.add(new ReceiptSql.Stored(each.whose, r)));
      each.delivery.removed().forEach(r -> removed.add(new ReceiptSql.Stored(each.whose, r)));
      each.delivery.added().forEach(r -> added.add(new ReceiptSql.Stored(each.whose, r)));
      read.put(each.whose, each.reading.ranges());
    }
    ReceiptSql.addReads(transaction, reads, now);
    ReceiptSql.removeDeliveries(transaction, removed);
    ReceiptSql.addDeliveries(transaction, added);
    changes.move(transaction, told, conversations, decided.stream().map(Decided::change).toList());
  }

  private ReceiptEvents.After after(Decided decided, ReceiptRanges known) {
    ParticipantKey whose = decided.whose;
    return new ReceiptEvents.After(
        conversations.get(whose.conversationId()).after(decided.change()),
        whose.userId(),
        known.with(whose, decided.reading.ranges(), now, decided.delivery.added()),
        now);
  }
}
