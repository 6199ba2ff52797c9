package com.mockhu.dm.conversation.participant;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Who is in which group, kept under the version of the group's members: a list under the version
 * that the conversation's row has cannot be outdated.
 *
 * <p>Threads: any.
 */
final class MemberLists {
  private static final int MOST_GROUPS = 10_000;

  // The version comes with the members of the same moment, or a newer list would be kept as an
  // older.
  private static final String MEMBERS =
      """
      SELECT c.id, c.members_version, m.user_id, m.joined_seq
        FROM conversations c JOIN members m ON m.conversation_id = c.id
       WHERE c.id = ANY (?)
      """;

  /** {@code joined}: by user, the number of the last message before they came. */
  private record Members(long version, Map<UUID, Long> joined) {}

  private final Map<UUID, Members> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Members> eldest) {
          return size() > MOST_GROUPS;
        }
      };

  /** The members of each group, whose version the conversation's row has. */
  Map<UUID, Map<UUID, Long>> of(Transaction transaction, Map<UUID, Long> versions)
      throws SQLException {
    Map<UUID, Map<UUID, Long>> lists = new HashMap<>();
    Map<UUID, Long> missing = new HashMap<>();
    versions.forEach(
        (id, version) -> {
          Members members = kept(id);
          if (members != null && members.version == version) {
            lists.put(id, members.joined);
          } else {
            missing.put(id, version);
          }
        });
    if (!missing.isEmpty()) {
      lists.putAll(read(transaction, missing.keySet()));
    }
    return lists;
  }

  /** How many members the group had when it was last looked at; 0 for an unknown one. */
  int sizeOf(UUID groupId) {
    Members members = kept(groupId);
    return members == null ? 0 : members.joined.size();
  }

  private Members kept(UUID id) {
    synchronized (known) {
      return known.get(id);
    }
  }

  private Map<UUID, Map<UUID, Long>> read(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, Members> read = new HashMap<>();
    transaction.list(
        MEMBERS,
        row -> {
          long version = row.number("members_version");
          return read.computeIfAbsent(row.uuid("id"), id -> new Members(version, new HashMap<>()))
              .joined
              .put(row.uuid("user_id"), row.number("joined_seq"));
        },
        Column.uuids(ids));
    synchronized (known) {
      known.putAll(read);
    }
    Map<UUID, Map<UUID, Long>> lists = new HashMap<>();
    read.forEach((id, members) -> lists.put(id, members.joined));
    return lists;
  }
}
