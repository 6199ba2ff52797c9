package com.mockhu.dm.conversation.member;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code departures}: why people are no longer in groups. */
public final class DepartureSql {
  private DepartureSql() {}

  /** Why somebody is no longer in a group. */
  public enum Reason {
    LEFT,
    REMOVED,
    GROUP_DELETED
  }

  public static void note(
      Transaction transaction, UUID conversationId, Collection<UUID> people, Reason reason) {
    transaction.later(
        """
        INSERT INTO departures (user_id, conversation_id, reason, has_left)
        SELECT p, ?::uuid, ?::text, ?::boolean FROM unnest(?::uuid[]) AS p
        ON CONFLICT (user_id, conversation_id)
        DO UPDATE SET reason = excluded.reason,
                      has_left = departures.has_left OR excluded.has_left
        """,
        conversationId,
        reason,
        reason == Reason.LEFT,
        Column.uuids(people));
  }

  /** The people are back. */
  public static void forget(Transaction transaction, UUID conversationId, List<UUID> people) {
    transaction.later(
        """
        UPDATE departures SET reason = NULL WHERE conversation_id = ? AND user_id = ANY (?)
        """,
        conversationId,
        Column.uuids(people));
  }

  /** By conversation, where the person is out of it. */
  public static Map<UUID, String> reasons(
      Transaction transaction, UUID userId, Collection<UUID> ids) throws SQLException {
    Map<UUID, String> reasons = new HashMap<>();
    transaction.list(
        """
        SELECT conversation_id, reason FROM departures
         WHERE user_id = ? AND conversation_id = ANY (?) AND reason IS NOT NULL
        """,
        row -> reasons.put(row.uuid("conversation_id"), row.text("reason")),
        userId,
        Column.uuids(ids));
    return reasons;
  }

  /** Those of the people who once left the group by themselves. */
  public static Set<UUID> whoLeft(
      Transaction transaction, UUID conversationId, Collection<UUID> people) throws SQLException {
    return new HashSet<>(
        transaction.list(
            """
            SELECT user_id FROM departures
             WHERE conversation_id = ? AND user_id = ANY (?) AND has_left
            """,
            row -> row.uuid("user_id"),
            conversationId,
            Column.uuids(people)));
  }

  public static void removeAllOf(Transaction transaction, UUID userId) {
    transaction.later("DELETE FROM departures WHERE user_id = ?", userId);
  }
}
