package com.mockhu.dm.conversation;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements that change {@code conversations} and {@code participants}. */
final class ConversationSql {
  private ConversationSql() {}

  /**
   * A participant's new place in the inbox.
   *
   * @param readSeq nothing up to here waits to be read; 0 to leave that as it is
   */
  record Move(UUID userId, UUID conversationId, Long rank, int unread, long readSeq) {}

  private static final String LOCK =
      "SELECT id FROM conversations WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

  private static final String LOAD =
      """
      SELECT c.id, c.last_seq, c.last_message_at, c.last_message_id,
             one.user_id AS one_user_id, one.unread_count AS one_unread_count,
             one.delivered_seq AS one_delivered_seq, one.read_seq AS one_read_seq,
             one.cleared_seq AS one_cleared_seq, one.hidden AS one_hidden,
             one.blocked AS one_blocked,
             other.user_id AS other_user_id, other.unread_count AS other_unread_count,
             other.delivered_seq AS other_delivered_seq, other.read_seq AS other_read_seq,
             other.cleared_seq AS other_cleared_seq, other.hidden AS other_hidden,
             other.blocked AS other_blocked
        FROM conversations c
        JOIN participants one ON one.user_id = c.user1_id AND one.conversation_id = c.id
        JOIN participants other ON other.user_id = c.user2_id AND other.conversation_id = c.id
       WHERE c.id = ANY (?)
      """;

  /** Locks the conversations in one order everywhere; unknown ids are left out. */
  static Map<UUID, Conversation> lock(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    transaction.later(LOCK, Column.uuids(ids));
    // A statement of its own after the lock: its snapshot sees what the lock had to wait for.
    return load(transaction, ids);
  }

  static Map<UUID, Conversation> load(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, Conversation> conversations = HashMap.newHashMap(ids.size());
    transaction.list(
        LOAD, row -> conversations.put(row.uuid("id"), conversation(row)), Column.uuids(ids));
    return conversations;
  }

  /** Without a lock: what it says may be outdated a moment later. */
  static Optional<Conversation> find(Transaction transaction, UUID id) throws SQLException {
    return Optional.ofNullable(load(transaction, List.of(id)).get(id));
  }

  private static Conversation conversation(Row row) throws SQLException {
    return new Conversation(
        row.uuid("id"),
        row.number("last_seq"),
        row.instant("last_message_at"),
        row.uuid("last_message_id"),
        side(row, "one_"),
        side(row, "other_"));
  }

  private static Conversation.Side side(Row row, String prefix) throws SQLException {
    return new Conversation.Side(
        row.uuid(prefix + "user_id"),
        row.integer(prefix + "unread_count"),
        row.number(prefix + "delivered_seq"),
        row.number(prefix + "read_seq"),
        row.number(prefix + "cleared_seq"),
        row.truth(prefix + "hidden"),
        row.truth(prefix + "blocked"));
  }

  static Optional<UUID> idOf(Transaction transaction, UUID user1, UUID user2) throws SQLException {
    return transaction.first(
        "SELECT id FROM conversations WHERE user1_id = ? AND user2_id = ?",
        row -> row.uuid("id"),
        user1,
        user2);
  }

  /** Those of {@code people} with whom the user has a conversation. */
  static Set<UUID> partnersAmong(Transaction transaction, UUID userId, Collection<UUID> people)
      throws SQLException {
    List<Pair> pairs = people.stream().map(person -> Pair.of(userId, person)).toList();
    return new HashSet<>(
        transaction.list(
            """
            SELECT CASE WHEN c.user1_id = ? THEN c.user2_id ELSE c.user1_id END AS partner
              FROM unnest(?::uuid[], ?::uuid[]) AS p (first, second)
              JOIN conversations c ON c.user1_id = p.first AND c.user2_id = p.second
            """,
            row -> row.uuid("partner"),
            userId,
            Column.uuids(pairs, Pair::first),
            Column.uuids(pairs, Pair::second)));
  }

  static List<UUID> partners(Transaction transaction, UUID userId, int most) throws SQLException {
    return transaction.list(
        """
        (SELECT peer_id FROM participants
          WHERE user_id = ? AND listed ORDER BY rank DESC LIMIT ?)
        UNION ALL
        (SELECT peer_id FROM participants WHERE user_id = ? AND NOT listed LIMIT ?)
        """,
        row -> row.uuid("peer_id"),
        userId,
        most,
        userId,
        most);
  }

  static boolean haveTalked(Transaction transaction, UUID user1, UUID user2) throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM conversations WHERE user1_id = ? AND user2_id = ? AND last_seq > 0",
        user1,
        user2);
  }

  static boolean isCreator(Transaction transaction, UUID id, UUID userId) throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM conversations WHERE id = ? AND creator_id = ?", id, userId);
  }

  static void insert(
      Transaction transaction, UUID id, UUID user1, UUID user2, UUID creator, Instant now)
      throws SQLException {
    transaction.update(
        """
        INSERT INTO conversations (id, user1_id, user2_id, creator_id, created_at)
        VALUES (?, ?, ?, ?, ?)
        """,
        id,
        user1,
        user2,
        creator,
        now);
  }

  static void insertParticipant(
      Transaction transaction, UUID id, UUID userId, UUID peerId, long rank, boolean isHidden)
      throws SQLException {
    transaction.update(
        """
        INSERT INTO participants (user_id, conversation_id, peer_id, rank, hidden)
        VALUES (?, ?, ?, ?, ?)
        """,
        userId,
        id,
        peerId,
        rank,
        isHidden);
  }

  /** New messages: the conversation's last one, and each side's place and unread count. */
  static void apply(Transaction transaction, List<Activity> activities, List<Move> moves) {
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
        Column.ints(activities, Activity::messages),
        Column.uuids(activities, Activity::newestId),
        Column.texts(activities, Activity::newestType),
        Column.texts(activities, Activity::newestText),
        Column.uuids(activities, Activity::newestSender),
        Column.instants(activities, Activity::newestAt));
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

  static void hide(Transaction transaction, UUID userId, UUID id, long clearedSeq)
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

  static void show(Transaction transaction, UUID userId, UUID id, long rank) throws SQLException {
    transaction.update(
        """
        UPDATE participants SET hidden = false, rank = ?
         WHERE user_id = ? AND conversation_id = ?
        """,
        rank,
        userId,
        id);
  }

  static void setBlocked(Transaction transaction, UUID userId, UUID id, boolean isBlocked)
      throws SQLException {
    transaction.update(
        "UPDATE participants SET blocked = ? WHERE user_id = ? AND conversation_id = ?",
        isBlocked,
        userId,
        id);
  }

  static void setRead(Transaction transaction, UUID userId, UUID id, int fewer, long readSeq)
      throws SQLException {
    transaction.update(
        """
        UPDATE participants SET unread_count = unread_count - ?, read_seq = greatest(read_seq, ?)
         WHERE user_id = ? AND conversation_id = ?
        """,
        fewer,
        readSeq,
        userId,
        id);
  }

  static void setDelivered(Transaction transaction, UUID userId, UUID id, long deliveredSeq)
      throws SQLException {
    transaction.update(
        """
        UPDATE participants SET delivered_seq = greatest(delivered_seq, ?)
         WHERE user_id = ? AND conversation_id = ?
        """,
        deliveredSeq,
        userId,
        id);
  }

  static void emptyPreview(Transaction transaction, UUID id) throws SQLException {
    transaction.update(
        """
        UPDATE conversations SET last_message_text = NULL, last_message_deleted = true
         WHERE id = ?
        """,
        id);
  }

  static List<UUID> allOf(Transaction transaction, UUID userId) throws SQLException {
    return new ArrayList<>(
        transaction.list(
            """
            SELECT conversation_id FROM participants WHERE user_id = ? ORDER BY conversation_id
            """,
            row -> row.uuid("conversation_id"),
            userId));
  }

  static void remove(Transaction transaction, Collection<Conversation> gone) throws SQLException {
    List<Conversation> all = List.copyOf(gone);
    transaction.update(
        """
        DELETE FROM participants p
         USING unnest(?::uuid[], ?::uuid[], ?::uuid[]) AS g (id, one, other)
         WHERE p.conversation_id = g.id AND p.user_id IN (g.one, g.other)
        """,
        Column.uuids(all, Conversation::id),
        Column.uuids(all, c -> c.one().userId()),
        Column.uuids(all, c -> c.other().userId()));
    transaction.update(
        "DELETE FROM conversations WHERE id = ANY (?)", Column.uuids(all, Conversation::id));
  }
}
