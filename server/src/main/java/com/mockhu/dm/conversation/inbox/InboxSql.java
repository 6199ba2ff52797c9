package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.conversation.participant.ConversationKind;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Statements that read a person's conversations. */
public final class InboxSql {
  private static final String ITEM =
      """
      SELECT c.id, CASE WHEN c.user1_id = p.user_id THEN c.user2_id ELSE c.user1_id END AS peer_id,
             p.rank, p.unread_count, p.cleared_seq, p.listed, c.created_at,
             c.kind, c.members_version, c.permissions, c.last_seq,
             CASE c.kind WHEN 0 THEN c.last_seq ELSE c.last_message_seq END > p.cleared_seq
               AS has_message,
             c.last_message_id, c.last_message_text, c.last_message_sender_id,
             c.last_message_type, c.last_message_deleted, c.last_message_at
        FROM participants p JOIN conversations c ON c.id = p.conversation_id
      """;

  private InboxSql() {}

  /**
   * A row of the inbox, before names are put to the people in it.
   *
   * @param peerId the other person; null in a group
   * @param group null of a direct conversation
   */
  public record Item(
      UUID id,
      UUID peerId,
      long rank,
      int unreadCount,
      long clearedSeq,
      boolean isListed,
      long lastSeq,
      Group group,
      ConversationView.LastMessage lastMessage,
      Instant createdAt,
      Instant updatedAt) {}

  /** What the conversation's row tells of a group. */
  record Group(long membersVersion, int permissions) {}

  static List<Item> page(
      Transaction transaction, UUID userId, long belowRank, long offset, int limit)
      throws SQLException {
    return transaction.list(
        ITEM
            + " WHERE p.user_id = ? AND p.listed AND p.rank < ?"
            + " ORDER BY p.rank DESC OFFSET ? LIMIT ?",
        InboxSql::item,
        userId,
        belowRank,
        offset,
        limit);
  }

  static List<Item> unreadPage(
      Transaction transaction, UUID userId, long belowRank, long offset, int limit)
      throws SQLException {
    return transaction.list(
        ITEM
            + " WHERE p.user_id = ? AND p.unread AND p.rank < ?"
            + " ORDER BY p.rank DESC OFFSET ? LIMIT ?",
        InboxSql::item,
        userId,
        belowRank,
        offset,
        limit);
  }

  static List<Item> some(Transaction transaction, UUID userId, Collection<UUID> ids)
      throws SQLException {
    return transaction.list(
        ITEM + " WHERE p.user_id = ? AND p.conversation_id = ANY (?)",
        InboxSql::item,
        userId,
        Column.uuids(ids));
  }

  /** Listed ones in the order of their ids, which stands still while a snapshot is paged. */
  public static List<Item> after(Transaction transaction, UUID userId, UUID after, int limit)
      throws SQLException {
    return transaction.list(
        ITEM
            + " WHERE p.user_id = ? AND p.listed AND p.conversation_id > ?"
            + " ORDER BY p.conversation_id LIMIT ?",
        InboxSql::item,
        userId,
        after == null ? new UUID(0, 0) : after,
        limit);
  }

  private static Item item(Row row) throws SQLException {
    Instant createdAt = row.instant("created_at");
    boolean hasMessage = row.truth("has_message");
    boolean isGroup = row.integer("kind") == ConversationKind.GROUP.number();
    // A direct one keeps the place of what its owner has deleted.
    Instant lastAt = hasMessage || !isGroup ? row.instant("last_message_at") : null;
    return new Item(
        row.uuid("id"),
        row.uuid("peer_id"),
        row.number("rank"),
        row.integer("unread_count"),
        row.number("cleared_seq"),
        row.truth("listed"),
        row.number("last_seq"),
        isGroup ? new Group(row.number("members_version"), row.integer("permissions")) : null,
        hasMessage ? lastMessage(row, lastAt) : null,
        createdAt,
        lastAt == null ? createdAt : lastAt);
  }

  private static ConversationView.LastMessage lastMessage(Row row, Instant at) throws SQLException {
    return new ConversationView.LastMessage(
        row.uuid("last_message_id"),
        row.text("last_message_text"),
        row.uuid("last_message_sender_id"),
        row.text("last_message_type"),
        row.truth("last_message_deleted"),
        at);
  }
}
