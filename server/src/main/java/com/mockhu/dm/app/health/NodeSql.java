package com.mockhu.dm.app.health;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Statements on {@code nodes}; all times are the database's, since servers' clocks differ. */
final class NodeSql {
  private NodeSql() {}

  static void beat(Transaction transaction, UUID id) throws SQLException {
    transaction.update(
        """
        INSERT INTO nodes (id, started_at, beat_at) VALUES (?, clock_timestamp(), clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET beat_at = clock_timestamp()
        """,
        id);
  }

  /** Others whose row is recent, with its time. */
  static Map<UUID, Instant> others(Transaction transaction, UUID id) throws SQLException {
    Map<UUID, Instant> others = new HashMap<>();
    transaction.list(
        """
        SELECT id, beat_at FROM nodes
         WHERE id <> ? AND beat_at > clock_timestamp() - interval '15 seconds'
        """,
        row -> others.put(row.uuid("id"), row.instant("beat_at")),
        id);
    return others;
  }

  static void forget(Transaction transaction) throws SQLException {
    transaction.update("DELETE FROM nodes WHERE beat_at < clock_timestamp() - interval '1 hour'");
  }

  static void remove(Transaction transaction, UUID id) throws SQLException {
    transaction.update("DELETE FROM nodes WHERE id = ?", id);
  }
}
