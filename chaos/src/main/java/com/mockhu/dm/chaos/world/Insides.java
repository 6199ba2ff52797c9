package com.mockhu.dm.chaos.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Looks at the tables themselves; each statement finds what must not be. */
final class Insides {
  private static final String FEED_GAPS =
      """
      SELECT 'feed of ' || h.user_id || ': ' || count(e.seq) || ' events of ' || (h.head - h.floor)
      FROM account_heads h LEFT JOIN account_events e ON e.user_id = h.user_id AND e.seq > h.floor
      WHERE h.user_id = ANY (?)
      GROUP BY h.user_id, h.head, h.floor
      HAVING count(e.seq) <> h.head - h.floor OR max(e.seq) <> h.head
      """;
  private static final String TOTALS =
      """
      SELECT 'totals of ' || h.user_id || ': ' || h.unread_messages || ' in '
        || h.unread_conversations || ', should be ' || sum(p.unread_count)
      FROM account_heads h JOIN participants p ON p.user_id = h.user_id AND p.listed
      WHERE h.user_id = ANY (?)
      GROUP BY h.user_id, h.unread_messages, h.unread_conversations
      HAVING h.unread_messages <> sum(p.unread_count)
        OR h.unread_conversations <> count(*) FILTER (WHERE p.unread_count > 0)
      """;
  private static final String NUMBERS =
      """
      SELECT 'numbers of ' || c.id || ': ' || count(m.id) || ' messages up to ' || c.last_seq
      FROM conversations c LEFT JOIN messages m ON m.conversation_id = c.id
      WHERE c.id = ANY (?)
      GROUP BY c.id, c.last_seq
      HAVING count(m.id) <> c.last_seq OR coalesce(max(m.seq), 0) <> c.last_seq
      """;

  private static final String UNREAD =
      """
      SELECT 'unread of ' || p.user_id || ' in ' || p.conversation_id || ': ' || p.unread_count
      FROM participants p
      WHERE p.user_id = ANY (?) AND NOT p.hidden AND p.unread_count <> (
        SELECT count(*) FROM messages m
        WHERE m.conversation_id = p.conversation_id AND m.sender_id <> p.user_id
          AND m.seq > p.cleared_seq AND m.deleted_at IS NULL
          AND NOT EXISTS (
            SELECT FROM reads r
            WHERE r.conversation_id = m.conversation_id AND r.user_id = p.user_id
              AND m.seq BETWEEN r.from_seq AND r.up_to_seq))
      """;
  private static final String OVERLAPS =
      """
      SELECT 'ranges of ' || a.user_id || ' in ' || a.conversation_id || ' overlap'
      FROM reads a
      JOIN reads b ON b.conversation_id = a.conversation_id AND b.user_id = a.user_id
        AND b.up_to_seq > a.up_to_seq AND b.from_seq <= a.up_to_seq
      WHERE a.user_id = ANY (?)
      """;

  private final Postgres postgres;

  Insides(Postgres postgres) {
    this.postgres = postgres;
  }

  List<String> faults(List<String> people, List<String> conversations) {
    try (Connection connection = postgres.administrator()) {
      List<String> faults = new ArrayList<>(found(connection, FEED_GAPS, people));
      faults.addAll(found(connection, TOTALS, people));
      faults.addAll(found(connection, UNREAD, people));
      faults.addAll(found(connection, OVERLAPS, people));
      faults.addAll(found(connection, NUMBERS, conversations));
      return faults;
    } catch (SQLException e) {
      return List.of("not to be read: " + e.getMessage());
    }
  }

  private static List<String> found(Connection connection, String query, List<String> ids)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      Object[] uuids = ids.stream().map(UUID::fromString).toArray();
      statement.setArray(1, connection.createArrayOf("uuid", uuids));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }
}
