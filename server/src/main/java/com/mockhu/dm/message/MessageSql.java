package com.mockhu.dm.message;

import com.mockhu.dm.attachment.Attachment;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.json.Json;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code messages}. */
final class MessageSql {
  private static final String SELECT =
      """
      SELECT m.id, m.conversation_id, m.seq, m.sender_id, m.message_type, m.content,
             m.attachments, m.client_message_id, m.is_delivered, m.read_at, m.is_hidden, m.deleted_at,
             m.created_at
        FROM messages m
      """;

  private MessageSql() {}

  private static MessageRow message(Row row) throws SQLException {
    return new MessageRow(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.number("seq"),
        row.uuid("sender_id"),
        row.text("message_type"),
        row.text("content"),
        attachments(row.text("attachments")),
        row.uuid("client_message_id"),
        row.truth("is_delivered"),
        row.instant("read_at"),
        row.truth("is_hidden"),
        row.instant("deleted_at"),
        row.instant("created_at"));
  }

  private static List<Attachment> attachments(String json) {
    return json == null ? List.of() : List.of(Json.stored(json, Attachment[].class));
  }

  static void insert(Transaction transaction, List<MessageRow> rows) throws SQLException {
    List<MessageRow> texts = rows.stream().filter(row -> row.attachments().isEmpty()).toList();
    if (!texts.isEmpty()) {
      insertTexts(transaction, texts);
    }
    if (texts.size() < rows.size()) {
      insertOthers(transaction, rows.stream().filter(row -> !row.attachments().isEmpty()).toList());
    }
  }

  private static void insertOthers(Transaction transaction, List<MessageRow> rows)
      throws SQLException {
    transaction.later(
        """
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                              attachments, client_message_id, created_at)
        SELECT id, conversation_id, seq, sender_id, message_type, content, attachments::jsonb,
               client_message_id, created_at
          FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                      ?::text[], ?::uuid[], ?::timestamptz[])
            AS r (id, conversation_id, seq, sender_id, message_type, content, attachments,
                  client_message_id, created_at)
        """,
        Column.uuids(rows, MessageRow::id),
        Column.uuids(rows, MessageRow::conversationId),
        Column.longs(rows, MessageRow::seq),
        Column.uuids(rows, MessageRow::senderId),
        Column.texts(rows, MessageRow::type),
        Column.texts(rows, MessageRow::content),
        Column.texts(rows, row -> Json.text(row.attachments())),
        Column.uuids(rows, MessageRow::clientMessageId),
        Column.instants(rows, MessageRow::createdAt));
  }

  private static void insertTexts(Transaction transaction, List<MessageRow> rows)
      throws SQLException {
    transaction.later(
        """
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                              client_message_id, created_at)
        SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                             ?::uuid[], ?::timestamptz[])
        """,
        Column.uuids(rows, MessageRow::id),
        Column.uuids(rows, MessageRow::conversationId),
        Column.longs(rows, MessageRow::seq),
        Column.uuids(rows, MessageRow::senderId),
        Column.texts(rows, MessageRow::type),
        Column.texts(rows, MessageRow::content),
        Column.uuids(rows, MessageRow::clientMessageId),
        Column.instants(rows, MessageRow::createdAt));
  }

  /** Those that were stored under these keys before. */
  static List<MessageRow> byKeys(Transaction transaction, List<SendCommand> keyed)
      throws SQLException {
    return transaction.list(
        SELECT
            + """
               JOIN unnest(?::uuid[], ?::uuid[]) AS k (sender_id, client_message_id)
                 ON m.sender_id = k.sender_id AND m.client_message_id = k.client_message_id
              """,
        MessageSql::message,
        Column.uuids(keyed, SendCommand::senderId),
        Column.uuids(keyed, SendCommand::clientMessageId));
  }

  static List<MessageRow> byIds(Transaction transaction, Collection<UUID> ids) throws SQLException {
    return transaction.list(
        SELECT + " WHERE m.id = ANY (?)", MessageSql::message, Column.uuids(ids));
  }

  static Optional<MessageRow> find(Transaction transaction, UUID id) throws SQLException {
    return byIds(transaction, List.of(id)).stream().findFirst();
  }

  /** Newest first, below {@code beforeSeq}, without what the viewer must not see. */
  static List<MessageRow> before(
      Transaction transaction, HistoryQuery query, long beforeSeq, long offset)
      throws SQLException {
    return transaction.list(
        SELECT
            + """
               WHERE m.conversation_id = ? AND m.seq < ? AND m.seq > ?
                 AND NOT (m.is_hidden AND m.sender_id = ?)
               ORDER BY m.seq DESC OFFSET ? LIMIT ?
              """,
        MessageSql::message,
        query.conversationId(),
        beforeSeq,
        query.clearedSeq(),
        query.viewer(),
        offset,
        query.limit() + 1);
  }

  /** Oldest first, above {@code afterSeq}. */
  static List<MessageRow> after(Transaction transaction, HistoryQuery query, long afterSeq)
      throws SQLException {
    return transaction.list(
        SELECT
            + """
               WHERE m.conversation_id = ? AND m.seq > ?
                 AND NOT (m.is_hidden AND m.sender_id = ?)
               ORDER BY m.seq LIMIT ?
              """,
        MessageSql::message,
        query.conversationId(),
        Math.max(afterSeq, query.clearedSeq()),
        query.viewer(),
        query.limit() + 1);
  }

  /** Unread incoming ones above {@code afterSeq} become read; in the order of their numbers. */
  static List<MessageRow> readUpTo(
      Transaction transaction,
      UUID conversationId,
      UUID reader,
      long afterSeq,
      long lastSeq,
      Instant now)
      throws SQLException {
    return read(
        transaction,
        "m.conversation_id = ? AND m.seq > ? AND m.seq <= ? AND m.sender_id <> ?",
        now,
        conversationId,
        afterSeq,
        lastSeq,
        reader);
  }

  static List<MessageRow> readSome(
      Transaction transaction, Collection<UUID> ids, UUID reader, long afterSeq, Instant now)
      throws SQLException {
    return read(
        transaction,
        "m.id = ANY (?) AND m.sender_id <> ? AND m.seq > ?",
        now,
        Column.uuids(ids),
        reader,
        afterSeq);
  }

  private static List<MessageRow> read(
      Transaction transaction, String which, Instant now, Object... parameters)
      throws SQLException {
    Object[] all = new Object[parameters.length + 1];
    all[0] = now;
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return transaction
        .list(
            "UPDATE messages m SET read_at = ? WHERE "
                + which
                + " AND m.read_at IS NULL AND m.deleted_at IS NULL RETURNING m.*",
            MessageSql::message,
            all)
        .stream()
        .sorted(java.util.Comparator.comparingLong(MessageRow::seq))
        .toList();
  }

  /**
   * The number of the first incoming one between the two numbers that is not known to have arrived,
   * leaving out {@code arrived}.
   */
  static Optional<Long> missing(
      Transaction transaction,
      UUID conversationId,
      UUID recipient,
      long afterSeq,
      long beforeSeq,
      Collection<UUID> arrived)
      throws SQLException {
    return transaction.first(
        """
        SELECT m.seq FROM messages m
         WHERE m.conversation_id = ? AND m.seq > ? AND m.seq < ? AND m.sender_id <> ?
           AND m.read_at IS NULL AND NOT m.is_delivered AND m.id <> ALL (?)
         ORDER BY m.seq LIMIT 1
        """,
        row -> row.number("seq"),
        conversationId,
        afterSeq,
        beforeSeq,
        recipient,
        Column.uuids(arrived));
  }

  static void setDelivered(Transaction transaction, Collection<UUID> ids) throws SQLException {
    transaction.update(
        "UPDATE messages SET is_delivered = true WHERE id = ANY (?)", Column.uuids(ids));
  }

  static boolean hide(Transaction transaction, UUID id) throws SQLException {
    return transaction.update(
            "UPDATE messages SET is_hidden = true WHERE id = ? AND NOT is_hidden", id)
        > 0;
  }

  static boolean empty(Transaction transaction, UUID id, Instant now) throws SQLException {
    return transaction.update(
            """
            UPDATE messages SET content = NULL, attachments = NULL, deleted_at = ?
             WHERE id = ? AND deleted_at IS NULL
            """,
            now,
            id)
        > 0;
  }

  static void removeAll(Transaction transaction, Collection<UUID> conversations)
      throws SQLException {
    transaction.update(
        "DELETE FROM messages WHERE conversation_id = ANY (?)", Column.uuids(conversations));
  }
}
