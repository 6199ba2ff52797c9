package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.conversation.participant.ConversationUpdate;
import com.mockhu.dm.conversation.participant.PositionChange;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Statements by which messages and receipts change inboxes. The conversations must be locked. */
public final class InboxUpdateSql {
  private InboxUpdateSql() {}

  /**
   * A participant's new place in the inbox.
   *
   * @param rank null to leave it where it is
   * @param unread how many more are unread
   * @param readSeq nothing up to here waits to be read; 0 to leave that as it is
   */
  public record Move(UUID userId, UUID conversationId, Long rank, int unread, long readSeq) {}

  /** New messages: the conversation's last one, and each participant's place and unread count. */
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
}
