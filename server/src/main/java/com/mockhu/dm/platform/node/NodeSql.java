package com.mockhu.dm.platform.node;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Statements on {@code nodes}; all times are the database's, since servers' clocks differ. */
final class NodeSql {
  private static final String IS_DEAD = "beat_at <= clock_timestamp() - interval '15 seconds'";

  private NodeSql() {}

  static void beat(Transaction transaction, UUID id) throws SQLException {
    transaction.update(
        """
        INSERT INTO nodes (id, started_at, beat_at) VALUES (?, clock_timestamp(), clock_timestamp())
        ON CONFLICT (id) DO UPDATE SET beat_at = clock_timestamp()
        """,
        id);
  }

  /** Others, the dead among them, with the time of their last beat. */
  static Map<UUID, Instant> others(Transaction transaction, UUID id) throws SQLException {
    Map<UUID, Instant> others = new HashMap<>();
    transaction.list(
        "SELECT id, beat_at FROM nodes WHERE id <> ?",
        row -> others.put(row.uuid("id"), row.instant("beat_at")),
        id);
    return others;
  }

  static List<UUID> dead(Transaction transaction, UUID id) throws SQLException {
    return transaction.list(
        "SELECT id FROM nodes WHERE id <> ? AND " + IS_DEAD, row -> row.uuid("id"), id);
  }

  /** False when another server was first, or the node lives after all. */
  static boolean bury(Transaction transaction, UUID id) throws SQLException {
    return transaction.update("DELETE FROM nodes WHERE id = ? AND " + IS_DEAD, id) > 0;
  }

  static void remove(Transaction transaction, UUID id) throws SQLException {
    transaction.update("DELETE FROM nodes WHERE id = ?", id);
  }
}
