package com.mockhu.dm.privacy;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code blocked_users}. */
final class BlockSql {
  private BlockSql() {}

  record Block(UUID blockedId, Instant createdAt) {}

  /** False when the block stood already. */
  static boolean add(Transaction transaction, UUID blocker, UUID blocked, String reason)
      throws SQLException {
    return transaction.update(
            """
            INSERT INTO blocked_users (blocker_id, blocked_id, reason) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            blocker,
            blocked,
            reason)
        > 0;
  }

  static boolean remove(Transaction transaction, UUID blocker, UUID blocked) throws SQLException {
    return transaction.update(
            "DELETE FROM blocked_users WHERE blocker_id = ? AND blocked_id = ?", blocker, blocked)
        > 0;
  }

  static boolean exists(Transaction transaction, UUID blocker, UUID blocked) throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM blocked_users WHERE blocker_id = ? AND blocked_id = ?", blocker, blocked);
  }

  static List<Block> of(Transaction transaction, UUID blocker) throws SQLException {
    return transaction.list(
        """
        SELECT blocked_id, created_at FROM blocked_users
         WHERE blocker_id = ? ORDER BY created_at DESC, blocked_id
        """,
        row -> new Block(row.uuid("blocked_id"), row.instant("created_at")),
        blocker);
  }

  /** Those of {@code blockers} who blocked the viewer. */
  static Set<UUID> blockersAmong(Transaction transaction, UUID viewer, Collection<UUID> blockers)
      throws SQLException {
    return new HashSet<>(
        transaction.list(
            "SELECT blocker_id FROM blocked_users WHERE blocked_id = ? AND blocker_id = ANY (?)",
            row -> row.uuid("blocker_id"),
            viewer,
            Column.uuids(blockers)));
  }

  /** Those of {@code blocked} whom the blocker blocked. */
  static Set<UUID> blockedAmong(Transaction transaction, UUID blocker, Collection<UUID> blocked)
      throws SQLException {
    return new HashSet<>(
        transaction.list(
            "SELECT blocked_id FROM blocked_users WHERE blocker_id = ? AND blocked_id = ANY (?)",
            row -> row.uuid("blocked_id"),
            blocker,
            Column.uuids(blocked)));
  }

  static BlocksAround around(Transaction transaction, UUID person, Collection<UUID> others)
      throws SQLException {
    Set<UUID> blocked = new HashSet<>();
    Set<UUID> blockers = new HashSet<>();
    Map<UUID, Instant> since = new HashMap<>();
    transaction.list(
        """
        SELECT blocked_id AS other_id, created_at, true AS is_own FROM blocked_users
         WHERE blocker_id = ? AND blocked_id = ANY (?)
        UNION ALL
        SELECT blocker_id, created_at, false FROM blocked_users
         WHERE blocked_id = ? AND blocker_id = ANY (?)
        """,
        row -> {
          UUID other = row.uuid("other_id");
          (row.truth("is_own") ? blocked : blockers).add(other);
          return since.merge(other, row.instant("created_at"), BlockSql::earlier);
        },
        person,
        Column.uuids(others),
        person,
        Column.uuids(others));
    return new BlocksAround(blocked, blockers, since);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  static Map<UUID, Set<UUID>> blockersOf(
      Transaction transaction, Collection<UUID> people, Collection<UUID> others)
      throws SQLException {
    Map<UUID, Set<UUID>> blockers = new HashMap<>();
    transaction.list(
        """
        SELECT blocker_id, blocked_id FROM blocked_users
         WHERE blocked_id = ANY (?) AND blocker_id = ANY (?)
        """,
        row ->
            blockers
                .computeIfAbsent(row.uuid("blocked_id"), id -> new HashSet<>())
                .add(row.uuid("blocker_id")),
        Column.uuids(people),
        Column.uuids(others));
    return blockers;
  }

  static void removeAllOf(Transaction transaction, UUID userId) throws SQLException {
    transaction.update(
        "DELETE FROM blocked_users WHERE blocker_id = ? OR blocked_id = ?", userId, userId);
  }
}
