package com.mockhu.dm.conversation.member;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is in which group, kept under the version of the group's members: a list under the version
 * that the conversation's row has cannot be outdated.
 *
 * <p>Threads: any.
 */
public final class MemberLists {
  private static final int MOST_GROUPS = 10_000;

  // The version comes with the members of the same moment, or a newer list would be kept as an
  // older.
  private static final String MEMBERS =
      """
      SELECT c.id, c.members_version, m.user_id, m.role, m.joined_seq, m.joined_at, m.added_by
        FROM conversations c JOIN members m ON m.conversation_id = c.id
       WHERE c.id = ANY (?)
      """;

  private final Map<UUID, MemberList> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, MemberList> eldest) {
          return size() > MOST_GROUPS;
        }
      };

  /** The members of each group, whose version the conversation's row has. */
  public Map<UUID, MemberList> of(Transaction transaction, Map<UUID, Long> versions)
      throws SQLException {
    Map<UUID, MemberList> lists = new HashMap<>();
    List<UUID> missing = new ArrayList<>();
    versions.forEach(
        (id, version) -> {
          MemberList members = kept(id);
          if (members != null && members.version() == version) {
            lists.put(id, members);
          } else {
            missing.add(id);
          }
        });
    if (!missing.isEmpty()) {
      lists.putAll(read(transaction, missing));
    }
    return lists;
  }

  /** How many members the group had when it was last looked at; 0 for an unknown one. */
  public int sizeOf(UUID groupId) {
    MemberList members = kept(groupId);
    return members == null ? 0 : members.size();
  }

  private MemberList kept(UUID id) {
    synchronized (known) {
      return known.get(id);
    }
  }

  private Map<UUID, MemberList> read(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, Long> versions = new HashMap<>();
    Map<UUID, List<Member>> members = new HashMap<>();
    transaction.list(
        MEMBERS,
        row -> {
          versions.put(row.uuid("id"), row.number("members_version"));
          return members.computeIfAbsent(row.uuid("id"), id -> new ArrayList<>()).add(member(row));
        },
        Column.uuids(ids));
    Map<UUID, MemberList> read = new HashMap<>();
    members.forEach((id, all) -> read.put(id, new MemberList(versions.get(id), all)));
    synchronized (known) {
      known.putAll(read);
    }
    return read;
  }

  private static Member member(Row row) throws SQLException {
    return new Member(
        row.uuid("user_id"),
        Role.of(row.integer("role")),
        row.number("joined_seq"),
        row.instant("joined_at"),
        row.uuid("added_by"));
  }
}
