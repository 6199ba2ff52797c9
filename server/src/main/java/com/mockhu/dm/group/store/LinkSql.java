package com.mockhu.dm.group.store;

import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code invite_links}. */
public final class LinkSql {
  private static final String SELECT =
      """
      SELECT conversation_id, id, code, uses, max_uses, created_by, created_at, expires_at
        FROM invite_links
      """;

  private LinkSql() {}

  /**
   * @param maxUses null for any number
   */
  public record Link(
      UUID conversationId,
      UUID id,
      String code,
      int uses,
      Integer maxUses,
      UUID createdBy,
      Instant createdAt,
      Instant expiresAt) {}

  private static Link link(Row row) throws SQLException {
    int most = row.integer("max_uses");
    return new Link(
        row.uuid("conversation_id"),
        row.uuid("id"),
        row.text("code"),
        row.integer("uses"),
        most == 0 ? null : most,
        row.uuid("created_by"),
        row.instant("created_at"),
        row.instant("expires_at"));
  }

  public static void insert(Transaction transaction, Link link) {
    transaction.later(
        """
        INSERT INTO invite_links (conversation_id, id, code, max_uses, created_by, created_at,
                                  expires_at)
        VALUES (?, ?, ?, ?::int, ?, ?, ?)
        """,
        link.conversationId(),
        link.id(),
        link.code(),
        link.maxUses(),
        link.createdBy(),
        link.createdAt(),
        link.expiresAt());
  }

  /** The newest first, ended ones too. */
  public static List<Link> ofGroup(Transaction transaction, UUID conversationId)
      throws SQLException {
    return transaction.list(
        SELECT + " WHERE conversation_id = ? ORDER BY created_at DESC, id",
        LinkSql::link,
        conversationId);
  }

  public static Optional<Link> byCode(Transaction transaction, String code) throws SQLException {
    return transaction.first(SELECT + " WHERE code = ?", LinkSql::link, code);
  }

  public static void use(Transaction transaction, Link link) {
    transaction.later(
        "UPDATE invite_links SET uses = uses + 1 WHERE conversation_id = ? AND id = ?",
        link.conversationId(),
        link.id());
  }

  /** False when there is none. */
  public static boolean remove(Transaction transaction, UUID conversationId, UUID id)
      throws SQLException {
    return transaction.update(
            "DELETE FROM invite_links WHERE conversation_id = ? AND id = ?", conversationId, id)
        > 0;
  }
}
