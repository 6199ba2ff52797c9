package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ErrorMapper;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Marks incoming messages as read; the reader's and the sender's devices receive the event
 * (behaviour §5).
 */
public final class MarkRead {
  private final ReceiptWriter writer;

  public MarkRead(ReceiptWriter writer) {
    this.writer = writer;
  }

  /** Those up to the number; what has come since then was perhaps never seen. */
  public CompletableFuture<Receipt.Outcome> conversation(
      UUID reader, UUID conversationId, long upToSeq) {
    return writer.submit(new Receipt.ReadUpTo(reader, conversationId, upToSeq));
  }

  public CompletableFuture<Receipt.Outcome> message(UUID reader, UUID messageId) {
    return writer.submit(new Receipt.ReadOne(reader, messageId));
  }

  /** The messages between the numbers, all of which are on one page of history. */
  public CompletableFuture<Receipt.Outcome> page(UUID reader, UUID conversationId, SeqRange seqs) {
    return writer.submit(new Receipt.ReadPage(reader, conversationId, seqs));
  }

  /**
   * Waits until it is stored.
   *
   * @throws com.mockhu.dm.platform.error.ApiException why it is refused, or {@code unavailable}
   */
  public static Receipt.Outcome.Stored await(CompletableFuture<Receipt.Outcome> outcome) {
    Database.requireNoConnection("Waiting for receipts");
    try {
      return switch (outcome.join()) {
        case Receipt.Outcome.Stored stored -> stored;
        case Receipt.Outcome.Refused refused -> throw refused.reason();
      };
    } catch (CompletionException e) {
      throw ErrorMapper.map(e);
    }
  }
}
