package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.metric.Meters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Notes that messages have reached their recipients. Many are stored at once, behind whatever the
 * recipient waits for: a receipt is never worth a delay.
 */
final class Delivering implements AutoCloseable {
  private static final int LARGEST_BATCH = 200;
  private static final int CAPACITY = 20_000;

  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final BatchWriter<Receipt, Optional<ApiException>> writer;

  Delivering(Database database, Feed feed, Conversations conversations) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.writer = new BatchWriter<>("receipt-writer", LARGEST_BATCH, CAPACITY, this::store);
  }

  /** Only incoming ones count; others are passed over. */
  CompletableFuture<Void> arrived(UUID recipient, Collection<MessageRow> rows) {
    Map<UUID, List<MessageRow>> byConversation =
        rows.stream()
            .filter(row -> !row.senderId().equals(recipient))
            .collect(Collectors.groupingBy(MessageRow::conversationId));
    return CompletableFuture.allOf(
        byConversation.entrySet().stream()
            .map(e -> new Receipt(recipient, e.getKey(), MessageViews.ids(e.getValue())))
            .map(writer::submit)
            .toArray(CompletableFuture[]::new));
  }

  /**
   * As {@link #arrived}, and returns when it is stored: whoever fetched messages has had them. A
   * receipt that cannot be stored is no reason to keep them back.
   */
  void await(UUID recipient, Collection<MessageRow> rows) {
    Database.requireNoConnection("Waiting for receipts");
    arrived(recipient, rows).exceptionally(failure -> null).join();
  }

  /**
   * As a client says it of one message; what comes is what is wrong with it, if anything. Never
   * blocks.
   */
  CompletableFuture<Optional<? extends Throwable>> claimed(UUID recipient, UUID messageId) {
    return writer.submit(Receipt.claimed(recipient, messageId)).thenApply(fault -> fault);
  }

  private List<Optional<ApiException>> store(List<Receipt> receipts) {
    return database.transaction(
        transaction -> new ReceiptBatch(transaction, feed, conversations).store(receipts));
  }

  void addMeters(Meters meters) {
    writer.addMeters(meters);
  }

  @Override
  public void close() {
    writer.close();
  }
}
