package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.ConversationChanges;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.metric.Meters;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Stores receipts of all kinds, many at once, apart from the sends: a receipt is never worth a
 * delay of a message.
 */
public final class ReceiptWriter implements AutoCloseable {
  public static final Reason RECIPIENT_ONLY = new Reason("recipient_only");

  private static final int LARGEST_BATCH = 200;
  private static final int CAPACITY = 20_000;

  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final ConversationChanges changes;
  private final ReceiptEvents events;
  private final Clock clock;
  private final BatchWriter<Receipt, Receipt.Outcome> writer;

  public ReceiptWriter(
      Database database,
      Feed feed,
      Conversations conversations,
      ConversationChanges changes,
      ReceiptEvents events,
      Clock clock) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.changes = changes;
    this.events = events;
    this.clock = clock;
    this.writer = new BatchWriter<>("receipt-writer", LARGEST_BATCH, CAPACITY, this::store);
  }

  /** Never blocks. */
  public CompletableFuture<Receipt.Outcome> submit(Receipt receipt) {
    return writer.submit(receipt);
  }

  /** What is checked of one receipt: why it is refused, or whose positions it moves. */
  private record Checked(Optional<ParticipantKey> whose, ApiException refusal) {}

  private List<Receipt.Outcome> store(List<Receipt> receipts) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.transaction(transaction -> store(transaction, receipts, now));
  }

  private List<Receipt.Outcome> store(Transaction transaction, List<Receipt> receipts, Instant now)
      throws SQLException {
    ReceiptBatch batch = ReceiptBatch.lock(transaction, conversations, receipts);
    List<Checked> checked = receipts.stream().map(receipt -> checked(batch, receipt)).toList();
    Map<ParticipantKey, List<SeqRange>> read =
        batch.asked().isEmpty()
            ? Map.of()
            : StoreReceipts.store(transaction, changes, feed, events, batch, now);
    List<Receipt.Outcome> outcomes = new ArrayList<>();
    for (Checked each : checked) {
      List<SeqRange> own =
          each.whose.map(side -> read.getOrDefault(side, List.of())).orElse(List.of());
      outcomes.add(
          each.refusal == null
              ? new Receipt.Outcome.Stored(own, now)
              : new Receipt.Outcome.Refused(each.refusal));
    }
    return outcomes;
  }

  private static Checked checked(ReceiptBatch batch, Receipt receipt) {
    try {
      return new Checked(batch.take(receipt), null);
    } catch (ApiException e) {
      return new Checked(Optional.empty(), e);
    }
  }

  public void addMeters(Meters meters) {
    writer.addMeters(meters);
  }

  @Override
  public void close() {
    writer.close();
  }
}
