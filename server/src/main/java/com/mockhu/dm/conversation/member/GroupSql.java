package com.mockhu.dm.conversation.member;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Statements on {@code groups}, {@code members}, and on the rows of conversations that are groups.
 * What changes something needs the conversation's lock.
 */
public final class GroupSql {
  private GroupSql() {}

  public static Map<UUID, GroupInfo> infos(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, GroupInfo> infos = new HashMap<>();
    transaction
        .list(
            """
            SELECT conversation_id, name, description, avatar_url, is_history_open
              FROM groups WHERE conversation_id = ANY (?)
            """,
            GroupSql::info,
            Column.uuids(ids))
        .forEach(each -> infos.put(each.id(), each));
    return infos;
  }

  public static Optional<GroupInfo> info(Transaction transaction, UUID id) throws SQLException {
    return Optional.ofNullable(infos(transaction, List.of(id)).get(id));
  }

  private static GroupInfo info(Row row) throws SQLException {
    return new GroupInfo(
        row.uuid("conversation_id"),
        row.text("name"),
        row.text("description"),
        row.text("avatar_url"),
        row.truth("is_history_open"));
  }

  public static void insert(Transaction transaction, GroupInfo info) {
    transaction.later(
        """
        INSERT INTO groups (conversation_id, name, description, avatar_url, is_history_open)
        VALUES (?, ?, ?, ?, ?)
        """,
        info.id(),
        info.name(),
        info.description(),
        info.avatarUrl(),
        info.isHistoryOpen());
  }

  public static void update(Transaction transaction, GroupInfo info) {
    transaction.later(
        """
        UPDATE groups SET name = ?, description = ?, avatar_url = ?, is_history_open = ?
         WHERE conversation_id = ?
        """,
        info.name(),
        info.description(),
        info.avatarUrl(),
        info.isHistoryOpen(),
        info.id());
  }

  public static void setPermissions(
      Transaction transaction, UUID id, GroupPermissions permissions) {
    transaction.later(
        "UPDATE conversations SET permissions = ? WHERE id = ?", permissions.bits(), id);
  }

  /** How many members the groups have. */
  public static Map<UUID, Integer> sizes(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, Integer> sizes = new HashMap<>();
    transaction.list(
        """
        SELECT conversation_id, count(*)::int AS members FROM members
         WHERE conversation_id = ANY (?) GROUP BY conversation_id
        """,
        row -> sizes.put(row.uuid("conversation_id"), row.integer("members")),
        Column.uuids(ids));
    return sizes;
  }

  /** Those of the people who are in a group with the user. */
  public static List<UUID> fellowsAmong(
      Transaction transaction, UUID userId, Collection<UUID> people) throws SQLException {
    return transaction.list(
        """
        SELECT DISTINCT other.user_id
          FROM members own JOIN members other ON other.conversation_id = own.conversation_id
         WHERE own.user_id = ? AND other.user_id = ANY (?)
        """,
        row -> row.uuid("user_id"),
        userId,
        Column.uuids(people));
  }

  public static boolean isMember(Transaction transaction, UUID id, UUID userId)
      throws SQLException {
    return transaction.exists(
        "SELECT 1 FROM members WHERE conversation_id = ? AND user_id = ?", id, userId);
  }

  /** In how many groups the people are; for a limit. */
  public static Map<UUID, Integer> groupCounts(Transaction transaction, Collection<UUID> people)
      throws SQLException {
    Map<UUID, Integer> counts = new HashMap<>();
    transaction.list(
        """
        SELECT user_id, count(*)::int AS groups FROM members WHERE user_id = ANY (?)
         GROUP BY user_id
        """,
        row -> counts.put(row.uuid("user_id"), row.integer("groups")),
        Column.uuids(people));
    return counts;
  }

  public static void addMembers(Transaction transaction, UUID id, List<Member> members) {
    transaction.later(
        """
        INSERT INTO members (conversation_id, user_id, role, joined_seq, joined_at, added_by)
        SELECT ?::uuid, m.* FROM unnest(?::uuid[], ?::int[], ?::bigint[], ?::timestamptz[], ?::uuid[])
          AS m (user_id, role, joined_seq, joined_at, added_by)
        """,
        id,
        Column.uuids(members, Member::userId),
        Column.ints(members, each -> each.role().number()),
        Column.longs(members, Member::joinedSeq),
        Column.instants(members, Member::joinedAt),
        Column.uuids(members, Member::addedBy));
  }

  public static void removeMember(Transaction transaction, UUID id, UUID userId) {
    transaction.later("DELETE FROM members WHERE conversation_id = ? AND user_id = ?", id, userId);
  }

  public static void setRole(Transaction transaction, UUID id, UUID userId, Role role) {
    transaction.later(
        "UPDATE members SET role = ? WHERE conversation_id = ? AND user_id = ?",
        role.number(),
        id,
        userId);
  }

  public static void raiseVersion(Transaction transaction, UUID id) {
    transaction.later(
        "UPDATE conversations SET members_version = members_version + 1 WHERE id = ?", id);
  }

  /** All that makes it a group; its messages and receipts stay for the job that erases them. */
  public static void remove(Transaction transaction, UUID id) {
    for (String table : List.of("members", "groups", "group_bans", "invite_links")) {
      transaction.later("DELETE FROM " + table + " WHERE conversation_id = ?", id);
    }
    transaction.later("DELETE FROM conversations WHERE id = ?", id);
  }
}
