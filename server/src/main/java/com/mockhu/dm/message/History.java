package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages of a conversation; what is fetched counts as delivered, and by default as read. */
final class History {
  private final Database database;
  private final Conversations conversations;
  private final Reading reading;
  private final Delivering delivering;
  private final MessageViews views;

  History(
      Database database,
      Conversations conversations,
      Reading reading,
      Delivering delivering,
      MessageViews views) {
    this.database = database;
    this.conversations = conversations;
    this.reading = reading;
    this.delivering = delivering;
    this.views = views;
  }

  /** At most one of the two ids is given. */
  record Asked(
      UUID viewer,
      UUID conversationId,
      UUID beforeId,
      UUID afterId,
      int page,
      int limit,
      boolean isReading) {

    /** How many messages the pages before this one hold; a cursor has none before it. */
    long offset() {
      return beforeId == null && afterId == null ? (page - 1L) * limit : 0;
    }
  }

  record Page(List<MessageView> messages, boolean hasMore) {}

  private record Found(Conversation conversation, List<MessageRow> rows, boolean hasMore) {}

  Page page(Asked asked) {
    Found found = database.read(transaction -> find(transaction, asked));
    List<UUID> incoming =
        found.rows.stream()
            .filter(row -> !row.senderId().equals(asked.viewer) && row.readAt() == null)
            .filter(row -> !row.isDeleted())
            .map(MessageRow::id)
            .toList();
    if (incoming.isEmpty()) {
      return new Page(views.all(asked.viewer, found.conversation, found.rows), found.hasMore);
    }
    return asked.isReading ? read(asked, found, incoming) : deliver(asked, found);
  }

  private Found find(Transaction transaction, Asked asked) throws SQLException {
    Conversation conversation = conversations.open(transaction, asked.conversationId, asked.viewer);
    long cleared = conversation.side(asked.viewer).clearedSeq();
    HistoryQuery query = new HistoryQuery(asked.viewer, asked.conversationId, cleared, asked.limit);
    // Messages are numbered without gaps: more than that many there cannot be.
    long most = conversation.lastSeq() - cleared;
    boolean isBeyond = asked.offset() > 0 && asked.offset() >= most;
    List<MessageRow> rows = isBeyond ? List.of() : rows(transaction, asked, query);
    boolean hasMore = rows.size() > asked.limit;
    return new Found(conversation, hasMore ? rows.subList(0, asked.limit) : rows, hasMore);
  }

  private static List<MessageRow> rows(Transaction transaction, Asked asked, HistoryQuery query)
      throws SQLException {
    if (asked.afterId != null) {
      return MessageSql.after(transaction, query, seq(transaction, asked, asked.afterId));
    }
    if (asked.beforeId != null) {
      return MessageSql.before(transaction, query, seq(transaction, asked, asked.beforeId), 0);
    }
    return MessageSql.before(transaction, query, Long.MAX_VALUE, asked.offset());
  }

  private static long seq(Transaction transaction, Asked asked, UUID messageId)
      throws SQLException {
    MessageRow row = Reading.found(transaction, messageId);
    if (!row.conversationId().equals(asked.conversationId)) {
      throw ApiException.invalid("The cursor is a message of another conversation.");
    }
    return row.seq();
  }

  private Page read(Asked asked, Found found, List<UUID> incoming) {
    Map<UUID, MessageRow> read = new HashMap<>();
    Conversation conversation =
        database.transaction(
            transaction -> {
              read.clear();
              Conversation locked =
                  conversations.lockOwn(transaction, asked.conversationId, asked.viewer);
              reading
                  .some(transaction, locked, asked.viewer, incoming)
                  .forEach(row -> read.put(row.id(), row));
              return locked;
            });
    List<MessageRow> rows =
        found.rows.stream().map(row -> read.getOrDefault(row.id(), row)).toList();
    return new Page(views.all(asked.viewer, conversation, rows), found.hasMore);
  }

  private Page deliver(Asked asked, Found found) {
    delivering.await(asked.viewer, found.rows);
    return new Page(views.all(asked.viewer, found.conversation, found.rows), found.hasMore);
  }
}
