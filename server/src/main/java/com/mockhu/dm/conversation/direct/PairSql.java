package com.mockhu.dm.conversation.direct;

import com.mockhu.dm.conversation.participant.ConversationKind;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code direct_pairs}: which conversation two people have. */
public final class PairSql {
  private PairSql() {}

  public static Optional<UUID> idOf(Transaction transaction, Pair pair) throws SQLException {
    return transaction.first(
        "SELECT conversation_id FROM direct_pairs WHERE user1_id = ? AND user2_id = ?",
        row -> row.uuid("conversation_id"),
        pair.first(),
        pair.second());
  }

  static void insert(Transaction transaction, Pair pair, UUID conversationId) throws SQLException {
    transaction.update(
        "INSERT INTO direct_pairs (user1_id, user2_id, conversation_id) VALUES (?, ?, ?)",
        pair.first(),
        pair.second(),
        conversationId);
  }

  static void insertConversation(
      Transaction transaction, Pair pair, UUID id, UUID creator, Instant now) throws SQLException {
    transaction.later(
        """
        INSERT INTO conversations (id, kind, user1_id, user2_id, creator_id, created_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        id,
        ConversationKind.DIRECT.number(),
        pair.first(),
        pair.second(),
        creator,
        now);
  }

  public static void remove(Transaction transaction, Collection<Pair> pairs) throws SQLException {
    transaction.update(
        """
        DELETE FROM direct_pairs d USING unnest(?::uuid[], ?::uuid[]) AS p (first, second)
         WHERE d.user1_id = p.first AND d.user2_id = p.second
        """,
        Column.uuids(pairs, Pair::first),
        Column.uuids(pairs, Pair::second));
  }

  /** Those of {@code people} with whom the user has a direct conversation. */
  public static Set<UUID> partnersAmong(
      Transaction transaction, UUID userId, Collection<UUID> people) throws SQLException {
    List<Pair> pairs = people.stream().map(person -> Pair.of(userId, person)).toList();
    return new HashSet<>(
        transaction.list(
            """
            SELECT CASE WHEN d.user1_id = ? THEN d.user2_id ELSE d.user1_id END AS partner
              FROM unnest(?::uuid[], ?::uuid[]) AS p (first, second)
              JOIN direct_pairs d ON d.user1_id = p.first AND d.user2_id = p.second
            """,
            row -> row.uuid("partner"),
            userId,
            Column.uuids(pairs, Pair::first),
            Column.uuids(pairs, Pair::second)));
  }

  /** By person, the direct conversation that the user has with them. */
  public static Map<UUID, UUID> conversationsWith(
      Transaction transaction, UUID userId, Collection<UUID> people) throws SQLException {
    List<Pair> pairs = people.stream().map(person -> Pair.of(userId, person)).toList();
    Map<UUID, UUID> conversations = new HashMap<>();
    transaction.list(
        """
        SELECT CASE WHEN d.user1_id = ? THEN d.user2_id ELSE d.user1_id END AS partner,
               d.conversation_id
          FROM unnest(?::uuid[], ?::uuid[]) AS p (first, second)
          JOIN direct_pairs d ON d.user1_id = p.first AND d.user2_id = p.second
        """,
        row -> conversations.put(row.uuid("partner"), row.uuid("conversation_id")),
        userId,
        Column.uuids(pairs, Pair::first),
        Column.uuids(pairs, Pair::second));
    return conversations;
  }

  /** The other people of the latest direct conversations, and of as many that are not listed. */
  public static List<UUID> partners(Transaction transaction, UUID userId, int most)
      throws SQLException {
    return transaction.list(
        """
        SELECT CASE WHEN c.user1_id = ? THEN c.user2_id ELSE c.user1_id END AS partner
          FROM ((SELECT conversation_id FROM participants
                  WHERE user_id = ? AND listed ORDER BY rank DESC LIMIT ?)
                UNION ALL
                (SELECT conversation_id FROM participants
                  WHERE user_id = ? AND NOT listed LIMIT ?)) p
          JOIN conversations c ON c.id = p.conversation_id
         WHERE c.user1_id IS NOT NULL
        """,
        row -> row.uuid("partner"),
        userId,
        userId,
        most,
        userId,
        most);
  }

  public static boolean haveTalked(Transaction transaction, Pair pair) throws SQLException {
    Optional<UUID> id = idOf(transaction, pair);
    return id.isPresent()
        && transaction.exists(
            "SELECT 1 FROM conversations WHERE id = ? AND last_seq > 0", id.get());
  }
}
