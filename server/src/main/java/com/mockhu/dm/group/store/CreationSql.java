package com.mockhu.dm.group.store;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code group_creations}: which group a client's key has made. */
public final class CreationSql {
  private CreationSql() {}

  /**
   * @param requestHash of what was asked
   * @param outcomes as JSON
   */
  public record Creation(UUID conversationId, String requestHash, String outcomes) {}

  public static void insert(Transaction transaction, UUID creator, UUID key, Creation creation) {
    transaction.later(
        """
        INSERT INTO group_creations (creator_id, client_key, conversation_id, request_hash, outcomes)
        VALUES (?, ?, ?, ?, ?)
        """,
        creator,
        key,
        creation.conversationId(),
        creation.requestHash(),
        creation.outcomes());
  }

  public static Optional<Creation> find(Transaction transaction, UUID creator, UUID key)
      throws SQLException {
    return transaction.first(
        """
        SELECT conversation_id, request_hash, outcomes FROM group_creations
         WHERE creator_id = ? AND client_key = ?
        """,
        row ->
            new Creation(
                row.uuid("conversation_id"), row.text("request_hash"), row.text("outcomes")),
        creator,
        key);
  }

  public static void removeAllOf(Transaction transaction, UUID userId) {
    transaction.later("DELETE FROM group_creations WHERE creator_id = ?", userId);
  }
}
