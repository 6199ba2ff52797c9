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

/** Statements on {@code messages}, but the insert ({@link InsertMessages}). */
public final class MessageSql {
  private static final String SELECT =
      """
      SELECT m.id, m.conversation_id, m.seq, m.sender_id, m.message_type, m.content,
             m.attachments, m.client_message_id, m.is_hidden, m.deleted_at, m.created_at
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
        row.truth("is_hidden"),
        row.instant("deleted_at"),
        row.instant("created_at"));
  }

  private static List<Attachment> attachments(String json) {
    return json == null ? List.of() : List.of(Json.stored(json, Attachment[].class));
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
