package com.mockhu.dm.group.store;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code group_bans}. */
public final class BanSql {
  private BanSql() {}

  /** Somebody whom an admin removed. */
  public record Ban(UUID userId, UUID removedBy, Instant removedAt) {}

  public static void add(Transaction transaction, UUID group, Ban ban) {
    transaction.later(
        """
        INSERT INTO group_bans (conversation_id, user_id, removed_by, removed_at)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (conversation_id, user_id)
        DO UPDATE SET removed_by = excluded.removed_by, removed_at = excluded.removed_at
        """,
        group,
        ban.userId(),
        ban.removedBy(),
        ban.removedAt());
  }

  public static void lift(Transaction transaction, UUID group, Collection<UUID> people)
      throws SQLException {
    transaction.update(
        "DELETE FROM group_bans WHERE conversation_id = ? AND user_id = ANY (?)",
        group,
        Column.uuids(people));
  }

  /** Those of the people who are banned. */
  public static Set<UUID> among(Transaction transaction, UUID group, Collection<UUID> people)
      throws SQLException {
    return new HashSet<>(
        transaction.list(
            "SELECT user_id FROM group_bans WHERE conversation_id = ? AND user_id = ANY (?)",
            row -> row.uuid("user_id"),
            group,
            Column.uuids(people)));
  }

  /** The latest first. */
  public static List<Ban> all(Transaction transaction, UUID group) throws SQLException {
    return transaction.list(
        """
        SELECT user_id, removed_by, removed_at FROM group_bans WHERE conversation_id = ?
         ORDER BY removed_at DESC, user_id
        """,
        row -> new Ban(row.uuid("user_id"), row.uuid("removed_by"), row.instant("removed_at")),
        group);
  }

  public static void removeAllOf(Transaction transaction, UUID userId) {
    transaction.later("DELETE FROM group_bans WHERE user_id = ?", userId);
  }
}
