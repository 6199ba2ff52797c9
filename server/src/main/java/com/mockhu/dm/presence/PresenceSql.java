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

  static void seen(Transaction transaction, UUID userId, Instant at) throws SQLException {
    transaction.update(
        """
        INSERT INTO last_seen (user_id, at) VALUES (?, ?)
        ON CONFLICT (user_id) DO UPDATE SET at = greatest(last_seen.at, excluded.at)
        """,
        userId,
        at);
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
