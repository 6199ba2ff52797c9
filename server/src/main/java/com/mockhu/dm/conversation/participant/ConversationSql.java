package com.mockhu.dm.conversation.participant;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Statements that change {@code conversations} and {@code participants}. */
public final class ConversationSql {
  private ConversationSql() {}

  public static boolean isCreator(Transaction transaction, ParticipantKey key) throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM conversations WHERE id = ? AND creator_id = ?",
        key.conversationId(),
        key.userId());
  }

  public static void insertParticipant(
      Transaction transaction, ParticipantKey key, long rank, boolean isHidden)
      throws SQLException {
    transaction.later(
        "INSERT INTO participants (user_id, conversation_id, rank, hidden) VALUES (?, ?, ?, ?)",
        key.userId(),
        key.conversationId(),
        rank,
        isHidden);
  }

  public static void hide(Transaction transaction, ParticipantKey key, long clearedSeq)
      throws SQLException {
    transaction.update(
        """
        UPDATE participants SET hidden = true, unread_count = 0, cleared_seq = ?
         WHERE user_id = ? AND conversation_id = ?
        """,
        clearedSeq,
        key.userId(),
        key.conversationId());
  }

  public static void show(Transaction transaction, ParticipantKey key, long rank)
      throws SQLException {
    transaction.update(
        """
        UPDATE participants SET hidden = false, rank = ?
         WHERE user_id = ? AND conversation_id = ?
        """,
        rank,
        key.userId(),
        key.conversationId());
  }

  public static void setBlocked(Transaction transaction, ParticipantKey key, boolean isBlocked)
      throws SQLException {
    transaction.update(
        "UPDATE participants SET blocked = ? WHERE user_id = ? AND conversation_id = ?",
        isBlocked,
        key.userId(),
        key.conversationId());
  }

  public static List<UUID> allOf(Transaction transaction, UUID userId) throws SQLException {
    return new ArrayList<>(
        transaction.list(
            """
            SELECT conversation_id FROM participants WHERE user_id = ? ORDER BY conversation_id
            """,
            row -> row.uuid("conversation_id"),
            userId));
  }

  /** Direct conversations, with both people's entries. */
  public static void remove(Transaction transaction, Collection<Conversation> gone)
      throws SQLException {
    List<ParticipantKey> sides = new ArrayList<>();
    for (Conversation each : gone) {
      each.participants().forEach(one -> sides.add(new ParticipantKey(each.id(), one.userId())));
    }
    transaction.update(
        """
        DELETE FROM participants p USING unnest(?::uuid[], ?::uuid[]) AS g (id, user_id)
         WHERE p.conversation_id = g.id AND p.user_id = g.user_id
        """,
        Column.uuids(sides, ParticipantKey::conversationId),
        Column.uuids(sides, ParticipantKey::userId));
    transaction.update(
        "DELETE FROM conversations WHERE id = ANY (?)", Column.uuids(gone, Conversation::id));
  }
}
