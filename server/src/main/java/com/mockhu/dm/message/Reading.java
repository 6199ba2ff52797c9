package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.FeedBatch;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Marks incoming messages as read, and tells both sides (behaviour §5). */
final class Reading {
  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final Clock clock;

  Reading(Database database, Feed feed, Conversations conversations, Clock clock) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.clock = clock;
  }

  /** Those up to the number; what has come since then was perhaps never seen. */
  void conversation(UUID reader, UUID conversationId, long upToSeq) {
    database.transaction(
        transaction -> {
          Conversation conversation = conversations.lockOwn(transaction, conversationId, reader);
          if (conversation.side(reader).unreadCount() > 0) {
            List<MessageRow> read = upTo(upToSeq, transaction, conversation, reader);
            boolean isWhole = read.size() == conversation.side(reader).unreadCount();
            store(transaction, conversation, reader, read, isWhole);
          }
          return null;
        });
  }

  private List<MessageRow> upTo(
      long seq, Transaction transaction, Conversation conversation, UUID reader)
      throws SQLException {
    Conversation.Side side = conversation.side(reader);
    long from = Math.max(side.readSeq(), side.clearedSeq());
    return MessageSql.readUpTo(transaction, conversation.id(), reader, from, seq, now());
  }

  void message(UUID reader, UUID messageId) {
    database.transaction(
        transaction -> {
          MessageRow row = found(transaction, messageId);
          Conversation conversation =
              conversations.lockOwn(transaction, row.conversationId(), reader);
          if (row.senderId().equals(reader)) {
            throw ApiException.refused(
                ErrorCode.FORBIDDEN,
                Reason.RECIPIENT_ONLY,
                "Only the recipient can mark a message as read.");
          }
          if (!MessageViews.isVisible(reader, conversation, row)) {
            throw ApiException.notFound("Message not found");
          }
          some(transaction, conversation, reader, List.of(messageId));
          return null;
        });
  }

  /** Those of the messages that were unread; under the conversation's lock. */
  List<MessageRow> some(
      Transaction transaction, Conversation conversation, UUID reader, Collection<UUID> ids)
      throws SQLException {
    long cleared = conversation.side(reader).clearedSeq();
    List<MessageRow> read = MessageSql.readSome(transaction, ids, reader, cleared, now());
    boolean isAll = read.size() > 1 && read.size() == conversation.side(reader).unreadCount();
    store(transaction, conversation, reader, read, isAll);
    return read;
  }

  /** {@code isWhole}: nothing is left unread, so both sides are told of the conversation. */
  private void store(
      Transaction transaction,
      Conversation conversation,
      UUID reader,
      List<MessageRow> read,
      boolean isWhole)
      throws SQLException {
    if (read.isEmpty()) {
      return;
    }
    boolean isAll = read.size() == conversation.side(reader).unreadCount();
    FeedBatch batch = FeedBatch.empty();
    long readSeq = isAll ? conversation.lastSeq() : 0;
    conversations.read(transaction, batch, conversation, reader, read.size(), readSeq);
    tell(batch, conversation, isWhole ? reader : null, read);
    feed.append(transaction, batch);
  }

  /**
   * One event, however many were read: between the first and the last of them nothing is left
   * unread. Reading it all begins where the reader last deleted the conversation, since what went
   * with that was perhaps never read.
   *
   * @param wholeOf who has read the conversation; null when only these messages were
   */
  private static void tell(
      FeedBatch batch, Conversation conversation, UUID wholeOf, List<MessageRow> read) {
    short kind = wholeOf == null ? MessageEvents.READ : MessageEvents.READ_ALL;
    long first =
        wholeOf == null ? read.getFirst().seq() : conversation.side(wholeOf).clearedSeq() + 1;
    for (Conversation.Side side : List.of(conversation.one(), conversation.other())) {
      batch.addRange(side.userId(), kind, conversation.id(), read.getLast().id(), first);
    }
  }

  static MessageRow found(Transaction transaction, UUID messageId) throws SQLException {
    return MessageSql.find(transaction, messageId)
        .orElseThrow(() -> ApiException.notFound("Message not found"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
