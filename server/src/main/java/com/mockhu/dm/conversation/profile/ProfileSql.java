package com.mockhu.dm.conversation.profile;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Statements on {@code profile_changes}. */
final class ProfileSql {
  private static final String NOTE =
      """
      INSERT INTO profile_changes (user_id) SELECT u FROM unnest(?::uuid[]) u ORDER BY u
      ON CONFLICT (user_id) DO UPDATE SET told_up_to = NULL
      """;

  private static final String CLAIM =
      """
      SELECT user_id, told_up_to FROM profile_changes
       ORDER BY user_id LIMIT ? FOR UPDATE SKIP LOCKED
      """;

  /** An empty conversation is visible to its creator alone. */
  private static final String PARTNERS =
      """
      SELECT p.conversation_id, other.user_id AS peer_id,
             NOT other.blocked AND (c.last_seq > 0 OR NOT other.hidden) AS is_told
        FROM participants p
        JOIN conversations c ON c.id = p.conversation_id AND c.user1_id IS NOT NULL
        JOIN participants other
          ON other.conversation_id = p.conversation_id
         AND other.user_id =
               CASE WHEN c.user1_id = p.user_id THEN c.user2_id ELSE c.user1_id END
       WHERE p.user_id = ? AND p.conversation_id > ?
       ORDER BY p.conversation_id LIMIT ?
      """;

  private ProfileSql() {}

  /**
   * A person whose change is not in all feeds yet.
   *
   * @param toldUpTo the last conversation that is done; null before the first
   */
  record Pending(UUID userId, UUID toldUpTo) {}

  /** The other person in one conversation. */
  record Partner(UUID conversationId, UUID userId, boolean isTold) {}

  static void note(Transaction transaction, Collection<UUID> users) throws SQLException {
    transaction.update(NOTE, Column.uuids(users));
  }

  /** Locked; without those that another server is at. */
  static List<Pending> claim(Transaction transaction, int most) throws SQLException {
    return transaction.list(
        CLAIM, row -> new Pending(row.uuid("user_id"), row.uuid("told_up_to")), most);
  }

  static List<Partner> partners(Transaction transaction, UUID userId, UUID after, int most)
      throws SQLException {
    return transaction.list(
        PARTNERS,
        row -> new Partner(row.uuid("conversation_id"), row.uuid("peer_id"), row.truth("is_told")),
        userId,
        after,
        most);
  }

  static void advance(Transaction transaction, UUID userId, UUID toldUpTo) throws SQLException {
    transaction.update(
        "UPDATE profile_changes SET told_up_to = ? WHERE user_id = ?", toldUpTo, userId);
  }

  static void remove(Transaction transaction, UUID userId) throws SQLException {
    transaction.update("DELETE FROM profile_changes WHERE user_id = ?", userId);
  }
}
