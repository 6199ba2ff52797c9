package com.mockhu.dm.conversation.participant;

import com.mockhu.dm.conversation.member.GroupPermissions;
import com.mockhu.dm.conversation.member.GroupState;
import com.mockhu.dm.conversation.member.MemberList;
import com.mockhu.dm.conversation.member.MemberLists;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads conversations with their participants: direct ones by one statement, groups by one or two
 * more for all groups together.
 */
public final class ConversationReader {
  private static final String LOCK =
      "SELECT id FROM conversations WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE";

  private static final String POSITIONS =
      """
      p.unread_count, p.delivered_seq, p.read_seq, p.cleared_seq, p.hidden, p.blocked
      """;

  private static final String LOAD =
      """
      SELECT c.id, c.kind, c.members_version, c.permissions, c.last_seq,
             greatest(c.last_message_at, c.last_system_at) AS last_message_at, c.last_message_id,
             one.user_id AS one_user_id, one.unread_count AS one_unread_count,
             one.delivered_seq AS one_delivered_seq, one.read_seq AS one_read_seq,
             one.cleared_seq AS one_cleared_seq, one.hidden AS one_hidden,
             one.blocked AS one_blocked,
             other.user_id AS other_user_id, other.unread_count AS other_unread_count,
             other.delivered_seq AS other_delivered_seq, other.read_seq AS other_read_seq,
             other.cleared_seq AS other_cleared_seq, other.hidden AS other_hidden,
             other.blocked AS other_blocked
        FROM conversations c
        LEFT JOIN participants one ON one.user_id = c.user1_id AND one.conversation_id = c.id
        LEFT JOIN participants other ON other.user_id = c.user2_id AND other.conversation_id = c.id
       WHERE c.id = ANY (?)
      """;

  private static final String OF_MEMBERS =
      "SELECT p.conversation_id, p.user_id, "
          + POSITIONS
          + """
              FROM unnest(?::uuid[], ?::uuid[]) AS m (user_id, conversation_id)
              JOIN participants p ON p.user_id = m.user_id AND p.conversation_id = m.conversation_id
            """;

  private final MemberLists members;

  public ConversationReader(MemberLists members) {
    this.members = members;
  }

  /** A conversation of either kind; of a group still without its participants. */
  private record Found(Conversation conversation, long membersVersion) {}

  /** Locks the conversations in one order everywhere; unknown ids are left out. */
  public Map<UUID, Conversation> lock(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    transaction.later(LOCK, Column.uuids(ids));
    // A statement of its own after the lock: its snapshot sees what the lock had to wait for.
    return load(transaction, ids);
  }

  public Map<UUID, Conversation> load(Transaction transaction, Collection<UUID> ids)
      throws SQLException {
    Map<UUID, Conversation> conversations = HashMap.newHashMap(ids.size());
    Map<UUID, Long> groups = new HashMap<>();
    for (Found found : transaction.list(LOAD, ConversationReader::found, Column.uuids(ids))) {
      Conversation conversation = found.conversation;
      conversations.put(conversation.id(), conversation);
      if (!conversation.isDirect()) {
        groups.put(conversation.id(), found.membersVersion);
      }
    }
    if (!groups.isEmpty()) {
      addParticipants(transaction, conversations, members.of(transaction, groups));
    }
    return conversations;
  }

  /** Without a lock: what it says may be outdated a moment later. */
  public Optional<Conversation> find(Transaction transaction, UUID id) throws SQLException {
    return Optional.ofNullable(load(transaction, List.of(id)).get(id));
  }

  /** Most members that this server has seen in the group lately; 0 for what it does not know. */
  public int sizeOf(UUID groupId) {
    return members.sizeOf(groupId);
  }

  private static Found found(Row row) throws SQLException {
    ConversationKind kind = ConversationKind.of(row.integer("kind"));
    List<Participant> participants =
        kind == ConversationKind.DIRECT
            ? List.of(participant(row, "one_", 0), participant(row, "other_", 0))
            : List.of();
    return new Found(
        new Conversation(
            row.uuid("id"),
            kind,
            row.number("last_seq"),
            row.instant("last_message_at"),
            row.uuid("last_message_id"),
            participants,
            new GroupState(new GroupPermissions(row.integer("permissions")), MemberList.NONE)),
        row.number("members_version"));
  }

  private static Participant participant(Row row, String prefix, long joinedSeq)
      throws SQLException {
    return new Participant(
        row.uuid(prefix + "user_id"),
        joinedSeq,
        row.integer(prefix + "unread_count"),
        row.number(prefix + "delivered_seq"),
        row.number(prefix + "read_seq"),
        row.number(prefix + "cleared_seq"),
        row.truth(prefix + "hidden"),
        row.truth(prefix + "blocked"));
  }

  private static void addParticipants(
      Transaction transaction, Map<UUID, Conversation> conversations, Map<UUID, MemberList> lists)
      throws SQLException {
    List<ParticipantKey> sides = new ArrayList<>();
    lists.forEach(
        (id, list) -> list.all().forEach(one -> sides.add(new ParticipantKey(id, one.userId()))));
    Map<UUID, List<Participant>> participants = new HashMap<>();
    transaction.list(
        OF_MEMBERS,
        row -> {
          UUID id = row.uuid("conversation_id");
          long joinedSeq = lists.get(id).find(row.uuid("user_id")).orElseThrow().joinedSeq();
          return participants
              .computeIfAbsent(id, key -> new ArrayList<>())
              .add(participant(row, "", joinedSeq));
        },
        Column.uuids(sides, ParticipantKey::userId),
        Column.uuids(sides, ParticipantKey::conversationId));
    for (UUID id : lists.keySet()) {
      List<Participant> all = participants.getOrDefault(id, List.of());
      conversations.computeIfPresent(id, (key, empty) -> empty.with(all, lists.get(id)));
    }
  }
}
