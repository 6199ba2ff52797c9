package com.mockhu.dm.message.access;

import com.mockhu.dm.file.upload.Attachment;
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
public final class MessageSql {
  private static final String SELECT =
      """
      SELECT m.id, m.conversation_id, m.seq, m.sender_id, m.message_type, m.content,
             m.attachments, m.client_message_id, m.is_hidden, m.deleted_at, m.created_at
        FROM messages m
      """;

  private static final String UNUSED_KEY =
      """
       WHERE NOT EXISTS (SELECT 1 FROM messages m
                          WHERE m.sender_id = r.sender_id
                            AND m.client_message_id = r.client_message_id)
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
        row.truth("is_hidden"),
        row.instant("deleted_at"),
        row.instant("created_at"));
  }

  private static List<Attachment> attachments(String json) {
    return json == null ? List.of() : List.of(Json.stored(json, Attachment[].class));
  }

  /**
   * False when the sender of one of them has used its key before, in whichever conversation; then
   * the transaction must not commit. The senders' heads must be locked: that lock alone keeps two
   * servers from using one key at the same time.
   */
  public static boolean insert(Transaction transaction, List<MessageRow> rows) throws SQLException {
    List<MessageRow> texts = rows.stream().filter(row -> row.attachments().isEmpty()).toList();
    int inserted = texts.isEmpty() ? 0 : insertTexts(transaction, texts);
    if (texts.size() < rows.size()) {
      inserted +=
          insertOthers(
              transaction, rows.stream().filter(row -> !row.attachments().isEmpty()).toList());
    }
    return inserted == rows.size();
  }

  private static int insertOthers(Transaction transaction, List<MessageRow> rows)
      throws SQLException {
    return transaction.update(
        """
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                              attachments, client_message_id, created_at)
        SELECT id, conversation_id, seq, sender_id, message_type, content, attachments::jsonb,
               client_message_id, created_at
          FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                      ?::text[], ?::uuid[], ?::timestamptz[])
            AS r (id, conversation_id, seq, sender_id, message_type, content, attachments,
                  client_message_id, created_at)
        """
            + UNUSED_KEY,
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

  private static int insertTexts(Transaction transaction, List<MessageRow> rows)
      throws SQLException {
    return transaction.update(
        """
        INSERT INTO messages (id, conversation_id, seq, sender_id, message_type, content,
                              client_message_id, created_at)
        SELECT r.* FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::text[],
                               ?::uuid[], ?::timestamptz[])
          AS r (id, conversation_id, seq, sender_id, message_type, content, client_message_id,
                created_at)
        """
            + UNUSED_KEY,
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
  public static List<MessageRow> byKeys(Transaction transaction, List<ClientKey> keys)
      throws SQLException {
    return transaction.list(
        SELECT
            + """
               JOIN unnest(?::uuid[], ?::uuid[]) AS k (sender_id, client_message_id)
                 ON m.sender_id = k.sender_id AND m.client_message_id = k.client_message_id
              """,
        MessageSql::message,
        Column.uuids(keys, ClientKey::senderId),
        Column.uuids(keys, ClientKey::clientMessageId));
  }

  public static List<MessageRow> byIds(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    return transaction.list(
        SELECT + " WHERE m.id = ANY (?)", MessageSql::message, Column.uuids(ids));
  }

  /** As {@link #byIds}, in one round trip with the next statement. */
  public static Transaction.Later<MessageRow> askByIds(
      Transaction transaction, Collection<UUID> ids) {
    return transaction.ask(
        SELECT + " WHERE m.id = ANY (?)", MessageSql::message, Column.uuids(ids));
  }

  public static Optional<MessageRow> find(Transaction transaction, UUID id) throws SQLException {
    return byIds(transaction, List.of(id)).stream().findFirst();
  }

  /** Newest first, below {@code beforeSeq}, without what the viewer must not see. */
  public static List<MessageRow> before(
      Transaction transaction, HistoryQuery query, long beforeSeq, long offset)
      throws SQLException {
    return transaction.list(
        SELECT
            + " WHERE m.conversation_id = ? AND m.seq < ? AND "
            + MessageAccess.VISIBLE
            + " ORDER BY m.seq DESC OFFSET ? LIMIT ?",
        MessageSql::message,
        query.conversationId(),
        beforeSeq,
        query.viewer().clearedSeq(),
        query.viewer().userId(),
        offset,
        query.limit() + 1);
  }

  /** Oldest first, above {@code afterSeq}. */
  public static List<MessageRow> after(Transaction transaction, HistoryQuery query, long afterSeq)
      throws SQLException {
    return transaction.list(
        SELECT
            + " WHERE m.conversation_id = ? AND m.seq > ? AND "
            + MessageAccess.VISIBLE
            + " ORDER BY m.seq LIMIT ?",
        MessageSql::message,
        query.conversationId(),
        afterSeq,
        query.viewer().clearedSeq(),
        query.viewer().userId(),
        query.limit() + 1);
  }

  public static boolean hide(Transaction transaction, MessageRow row) throws SQLException {
    return transaction.update(
            """
            UPDATE messages SET is_hidden = true
             WHERE conversation_id = ? AND seq = ? AND NOT is_hidden
            """,
            row.conversationId(),
            row.seq())
        > 0;
  }

  public static boolean empty(Transaction transaction, MessageRow row, Instant now)
      throws SQLException {
    return transaction.update(
            """
            UPDATE messages SET content = NULL, attachments = NULL, deleted_at = ?
             WHERE conversation_id = ? AND seq = ? AND deleted_at IS NULL
            """,
            now,
            row.conversationId(),
            row.seq())
        > 0;
  }

  public static void removeAll(Transaction transaction, Collection<UUID> conversations)
      throws SQLException {
    transaction.update(
        "DELETE FROM messages WHERE conversation_id = ANY (?)", Column.uuids(conversations));
  }
}
