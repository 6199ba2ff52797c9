package com.mockhu.dm.presence;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Statements on {@code last_seen}. */
final class PresenceSql {
  private PresenceSql() {}

  /** Skips deleted accounts. */
  static void seen(Transaction transaction, Map<UUID, Instant> times) throws SQLException {
    transaction.update(
        """
        INSERT INTO last_seen (user_id, at)
        SELECT s.user_id, s.at FROM unnest(?::uuid[], ?::timestamptz[]) AS s (user_id, at)
          JOIN users u ON u.id = s.user_id
         ORDER BY s.user_id
        ON CONFLICT (user_id) DO UPDATE SET at = greatest(last_seen.at, excluded.at), node_id = NULL
        """,
        Column.uuids(times.keySet()),
        Column.instants(times.keySet(), times::get));
  }

  static void alive(Transaction transaction, Collection<UUID> people, Instant now, UUID nodeId)
      throws SQLException {
    transaction.update(
        """
        INSERT INTO last_seen (user_id, alive_at, node_id)
        SELECT u.id, ?::timestamptz, ?::uuid FROM users u WHERE u.id = ANY (?) ORDER BY u.id
        ON CONFLICT (user_id) DO UPDATE SET alive_at = excluded.alive_at, node_id = excluded.node_id
        """,
        now,
        nodeId,
        Column.uuids(people));
  }

  /** Sets last_seen of a dead server's people to its last sign of life. */
  static void recover(Transaction transaction, UUID nodeId) throws SQLException {
    transaction.update(
        "UPDATE last_seen SET at = greatest(at, alive_at), node_id = NULL WHERE node_id = ?",
        nodeId);
  }

  static Map<UUID, Instant> lastSeen(Transaction transaction, Collection<UUID> people)
      throws SQLException {
    Map<UUID, Instant> times = new HashMap<>();
    transaction.list(
        "SELECT user_id, at FROM last_seen WHERE user_id = ANY (?)",
        row -> times.put(row.uuid("user_id"), row.instant("at")),
        Column.uuids(people));
    return times;
  }

  static void remove(Transaction transaction, UUID userId) throws SQLException {
    transaction.update("DELETE FROM last_seen WHERE user_id = ?", userId);
  }
}
