package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.platform.database.Database;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Records that messages have reached their recipients. */
public final class RecordDelivery {
  private final ReceiptWriter writer;

  public RecordDelivery(ReceiptWriter writer) {
    this.writer = writer;
  }

  /** Only incoming ones count; others are passed over. */
  public CompletableFuture<Void> arrived(UUID recipient, Collection<MessageRow> rows) {
    Map<UUID, List<MessageRef>> byConversation =
        rows.stream()
            .filter(row -> !row.senderId().equals(recipient))
            .collect(
                Collectors.groupingBy(
                    MessageRow::conversationId,
                    Collectors.mapping(MessageRow::ref, Collectors.toList())));
    return CompletableFuture.allOf(
        byConversation.entrySet().stream()
            .map(each -> new Receipt.Arrived(recipient, each.getKey(), each.getValue()))
            .map(writer::submit)
            .toArray(CompletableFuture[]::new));
  }

  /**
   * As {@link #arrived}, and waits until it is stored: fetched messages count as delivered. A
   * receipt that cannot be stored does not hold the messages back.
   */
  public void await(UUID recipient, Collection<MessageRow> rows) {
    Database.requireNoConnection("Waiting for receipts");
    arrived(recipient, rows).exceptionally(failure -> null).join();
  }

  /** As a client says it of one message, true or not. Never blocks. */
  public CompletableFuture<Receipt.Outcome> claimed(UUID recipient, UUID messageId) {
    return writer.submit(new Receipt.Claimed(recipient, messageId));
  }
}
