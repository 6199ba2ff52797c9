package com.mockhu.dm.conversation;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Statements on {@code members}, and on the rows of conversations that are groups. */
final class GroupSql {
  private static final int MEMBER = 0;
  private static final int OWNER = 2;

  private GroupSql() {}

  static void insert(Transaction transaction, UUID id, UUID creator, Instant now) {
    transaction.later(
        """
        INSERT INTO conversations (id, kind, creator_id, members_version, created_at)
        VALUES (?, ?, ?, 1, ?)
        """,
        id,
        ConversationKind.GROUP.number(),
        creator,
        now);
  }

  /** The first of the people is the owner. */
  static void insertMembers(
      Transaction transaction, UUID id, List<UUID> people, List<Long> ranks, Instant now)
      throws SQLException {
    transaction.later(
        """
        INSERT INTO participants (user_id, conversation_id, rank)
        SELECT user_id, ?, rank FROM unnest(?::uuid[], ?::bigint[]) AS m (user_id, rank)
        """,
        id,
        Column.uuids(people),
        Column.longs(ranks, rank -> rank));
    transaction.update(
        """
        INSERT INTO members (conversation_id, user_id, role, joined_seq, joined_at)
        SELECT ?, user_id, role, 0, ? FROM unnest(?::uuid[], ?::int[]) AS m (user_id, role)
        """,
        id,
        now,
        Column.uuids(people),
        Column.ints(people, person -> person.equals(people.getFirst()) ? OWNER : MEMBER));
  }

  /** The groups' rows must be locked. */
  static void leaveAll(Transaction transaction, UUID userId) throws SQLException {
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
