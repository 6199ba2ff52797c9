package com.mockhu.dm.group.store;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Statements on {@code group_erasures}: what is still to be erased. */
public final class ErasureSql {
  /** In the place of a sender: everything. */
  private static final UUID ALL = new UUID(0, 0);

  private ErasureSql() {}

  /**
   * @param senderId whose messages; null for all of a deleted group
   * @param afterSeq those up to here are erased
   */
  public record Erasure(UUID conversationId, UUID senderId, long afterSeq) {
    private UUID key() {
      return senderId == null ? ALL : senderId;
    }
  }

  /** {@code senderId}: null for all of a deleted group. */
  public static void insert(Transaction transaction, UUID conversationId, UUID senderId) {
    transaction.later(
        """
        INSERT INTO group_erasures (conversation_id, sender_id) VALUES (?, ?)
        ON CONFLICT DO NOTHING
        """,
        conversationId,
        senderId == null ? ALL : senderId);
  }

  /** One that no other server works on; locked until the transaction ends. */
  public static Optional<Erasure> claim(Transaction transaction) throws SQLException {
    return transaction.first(
        """
        SELECT conversation_id, sender_id, after_seq FROM group_erasures
         LIMIT 1 FOR UPDATE SKIP LOCKED
        """,
        row -> {
          UUID sender = row.uuid("sender_id");
          return new Erasure(
              row.uuid("conversation_id"),
              sender.equals(ALL) ? null : sender,
              row.number("after_seq"));
        });
  }

  public static void advance(Transaction transaction, Erasure erasure, long seq) {
    transaction.later(
        "UPDATE group_erasures SET after_seq = ? WHERE conversation_id = ? AND sender_id = ?",
        seq,
        erasure.conversationId,
        erasure.key());
  }

  public static void remove(Transaction transaction, Erasure erasure) {
    transaction.later(
        "DELETE FROM group_erasures WHERE conversation_id = ? AND sender_id = ?",
        erasure.conversationId,
        erasure.key());
  }
}
