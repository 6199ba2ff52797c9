package com.mockhu.dm.message.access;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.json.Json;
import java.sql.SQLException;
import java.util.List;

/** Inserts new messages, and finds out whether one of their keys was used before. */
public final class InsertMessages {
  private static final String UNUSED_KEY =
      """
       WHERE NOT EXISTS (SELECT 1 FROM messages m
                          WHERE m.sender_id = r.sender_id
                            AND m.client_message_id = r.client_message_id)
      """;

  private InsertMessages() {}

  /**
   * False when the sender of one of them has used its key before, in whichever conversation; then
   * the transaction must not commit. The senders' heads must be locked: that lock alone keeps two
   * servers from using one key at the same time.
   */
  public static boolean all(Transaction transaction, List<MessageRow> rows) throws SQLException {
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
}
