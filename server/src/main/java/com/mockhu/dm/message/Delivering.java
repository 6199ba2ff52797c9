package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.platform.batch.BatchWriter;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final BatchWriter<Receipt, Boolean> writer;

  /** Messages of one conversation that reached the recipient. */
  private record Receipt(UUID recipient, UUID conversationId, Set<UUID> messageIds) {}

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

  private List<Boolean> store(List<Receipt> receipts) {
    database.transaction(
        transaction -> {
          Set<UUID> ids = new HashSet<>();
          receipts.forEach(receipt -> ids.add(receipt.conversationId));
          Map<UUID, Conversation> locked = conversations.lock(transaction, ids);
          FeedBatch batch = FeedBatch.empty();
          for (Receipt receipt : receipts) {
            Conversation conversation = locked.get(receipt.conversationId);
            if (conversation != null && conversation.has(receipt.recipient)) {
              store(transaction, batch, conversation, receipt);
            }
          }
          feed.append(transaction, batch);
          return null;
        });
    return Collections.nCopies(receipts.size(), true);
  }

  /**
   * The position moves over what has arrived without a gap; what lies beyond a gap is noted by
   * itself, so that nothing is called delivered that was not.
   */
  private void store(
      Transaction transaction, FeedBatch batch, Conversation conversation, Receipt receipt)
      throws SQLException {
    UUID recipient = receipt.recipient;
    List<MessageRow> fresh = fresh(transaction, conversation, receipt);
    if (fresh.isEmpty()) {
      return;
    }
    MessageRow newest = fresh.getLast();
    long gap =
        MessageSql.missing(
                transaction,
                conversation.id(),
                recipient,
                known(conversation.side(recipient)),
                newest.seq(),
                receipt.messageIds)
            .orElse(Long.MAX_VALUE);
    List<MessageRow> beyond = fresh.stream().filter(row -> row.seq() > gap).toList();
    long position =
        fresh.stream().mapToLong(MessageRow::seq).filter(seq -> seq < gap).max().orElse(0);
    conversations.deliver(transaction, conversation, recipient, position);
    if (!beyond.isEmpty()) {
      MessageSql.setDelivered(transaction, MessageViews.ids(beyond));
    }
    batch.add(newest.senderId(), MessageEvents.DELIVERED, conversation.id(), newest.id());
  }

  /** Those that were not known to have arrived before, in order. */
  private static List<MessageRow> fresh(
      Transaction transaction, Conversation conversation, Receipt receipt) throws SQLException {
    long position = conversation.side(receipt.recipient).deliveredSeq();
    return MessageSql.byIds(transaction, receipt.messageIds).stream()
        .filter(row -> !row.isDelivered() && row.readAt() == null && row.seq() > position)
        .sorted(Comparator.comparingLong(MessageRow::seq))
        .toList();
  }

  /**
   * Nothing up to here can be missing. What was read has arrived, but what was deleted unread with
   * the conversation counts as read without having arrived.
   */
  private static long known(Conversation.Side side) {
    return side.clearedSeq() > side.deliveredSeq()
        ? side.deliveredSeq()
        : Math.max(side.deliveredSeq(), side.readSeq());
  }

  @Override
  public void close() {
    writer.close();
  }
}
