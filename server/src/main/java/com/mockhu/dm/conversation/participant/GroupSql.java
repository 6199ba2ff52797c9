package com.mockhu.dm.conversation.participant;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.UUID;

/** Statements on {@code members}, and on the rows of conversations that are groups. */
public final class GroupSql {
  private GroupSql() {}

  /** The groups' rows must be locked. */
  public static void leaveAll(Transaction transaction, UUID userId) throws SQLException {
    transaction.update(
        """
        UPDATE conversations c SET members_version = c.members_version + 1
          FROM participants p
         WHERE p.user_id = ? AND c.id = p.conversation_id AND c.user1_id IS NULL
        """,
        userId);
    transaction.update(
        """
        DELETE FROM members m USING participants p
         WHERE p.user_id = ? AND m.conversation_id = p.conversation_id AND m.user_id = p.user_id
        """,
        userId);
    transaction.update("DELETE FROM participants WHERE user_id = ?", userId);
  }
}
