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

  /**
   * A participant's new place in the inbox.
   *
   * @param readSeq nothing up to here waits to be read; 0 to leave that as it is
   */
  public record Move(UUID userId, UUID conversationId, Long rank, int unread, long readSeq) {}

  public static boolean isCreator(Transaction transaction, UUID id, UUID userId)
      throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM conversations WHERE id = ? AND creator_id = ?", id, userId);
  }

  public static void insertParticipant(
      Transaction transaction, UUID id, UUID userId, long rank, boolean isHidden)
      throws SQLException {
    transaction.later(
        "INSERT INTO participants (user_id, conversation_id, rank, hidden) VALUES (?, ?, ?, ?)",
        userId,
        id,
        rank,
        isHidden);
  }

  /** New messages: the conversation's last one, and each side's place and unread count. */
  public static void apply(
      Transaction transaction, List<ConversationUpdate> activities, List<Move> moves) {
    transaction.later(
        """
        UPDATE conversations c
           SET last_seq = c.last_seq + a.messages, last_message_id = a.id,
               last_message_type = a.type, last_message_text = a.text,
               last_message_sender_id = a.sender, last_message_at = a.at,
               last_message_deleted = false
          FROM unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::uuid[],
                      ?::timestamptz[])
            AS a (conversation_id, messages, id, type, text, sender, at)
         WHERE c.id = a.conversation_id
        """,
        Column.uuids(activities, a -> a.before().id()),
        Column.ints(activities, ConversationUpdate::messages),
        Column.uuids(activities, ConversationUpdate::newestId),
        Column.texts(activities, ConversationUpdate::newestType),
        Column.texts(activities, ConversationUpdate::newestText),
        Column.uuids(activities, ConversationUpdate::newestSender),
        Column.instants(activities, ConversationUpdate::newestAt));
    transaction.later(
        """
        UPDATE participants p
           SET unread_count = p.unread_count + m.unread, rank = coalesce(m.rank, p.rank),
               read_seq = greatest(p.read_seq, m.read_seq), hidden = false
          FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::int[], ?::bigint[])
            AS m (user_id, conversation_id, rank, unread, read_seq)
         WHERE p.user_id = m.user_id AND p.conversation_id = m.conversation_id
        """,
        Column.uuids(moves, Move::userId),
        Column.uuids(moves, Move::conversationId),
        Column.longs(moves, Move::rank),
        Column.ints(moves, Move::unread),
        Column.longs(moves, Move::readSeq));
  }

  public static void hide(Transaction transaction, UUID userId, UUID id, long clearedSeq)
      throws SQLException {
    transaction.update(
        """
        UPDATE participants SET hidden = true, unread_count = 0, cleared_seq = ?
         WHERE user_id = ? AND conversation_id = ?
        """,
        clearedSeq,
        userId,
        id);
  }

  public static void show(Transaction transaction, UUID userId, UUID id, long rank)
      throws SQLException {
    transaction.update(
        """
        UPDATE participants SET hidden = false, rank = ?
         WHERE user_id = ? AND conversation_id = ?
        """,
        rank,
        userId,
        id);
  }

  public static void setBlocked(Transaction transaction, UUID userId, UUID id, boolean isBlocked)
      throws SQLException {
    transaction.update(
        "UPDATE participants SET blocked = ? WHERE user_id = ? AND conversation_id = ?",
        isBlocked,
        userId,
        id);
  }

  /** Receipts: positions only go up. */
  public static void move(Transaction transaction, List<PositionChange> changes) {
    transaction.later(
        """
        UPDATE participants p
           SET delivered_seq = greatest(p.delivered_seq, r.delivered_seq),
               read_seq = greatest(p.read_seq, r.read_seq),
               unread_count = p.unread_count - r.fewer
          FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::int[])
            AS r (user_id, conversation_id, delivered_seq, read_seq, fewer)
         WHERE p.user_id = r.user_id AND p.conversation_id = r.conversation_id
        """,
        Column.uuids(changes, PositionChange::userId),
        Column.uuids(changes, PositionChange::conversationId),
        Column.longs(changes, PositionChange::deliveredSeq),
        Column.longs(changes, PositionChange::readSeq),
        Column.ints(changes, PositionChange::fewerUnread));
  }

  public static void emptyPreview(Transaction transaction, UUID id) throws SQLException {
    transaction.update(
        """
        UPDATE conversations SET last_message_text = NULL, last_message_deleted = true
         WHERE id = ?
        """,
        id);
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
