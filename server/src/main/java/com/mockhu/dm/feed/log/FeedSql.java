package com.mockhu.dm.feed.log;

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

/** Statements on {@code account_heads} and {@code account_events}. */
public final class FeedSql {

  private record Line(UUID userId, long seq, FeedBatch.Entry entry) {}

  // The plans of batch writers look rows up by key in the order of the list, so all of them lock in
  // one order. Other connections may get another plan; after a deadlock one transaction is run
  // again.
  private static final String MOVE =
      """
      UPDATE account_heads h
         SET head = h.head + c.events,
             unread_messages = h.unread_messages + c.unread_messages,
             unread_conversations = h.unread_conversations + c.unread_conversations,
             conversations = h.conversations + c.conversations,
             latest_conversation_id = coalesce(c.latest, h.latest_conversation_id),
             latest_since = CASE WHEN c.latest <> h.latest_conversation_id
                                   OR h.latest_conversation_id IS NULL
                                 THEN h.head + 1 ELSE h.latest_since END
        FROM unnest(?::uuid[], ?::int[], ?::int[], ?::int[], ?::int[], ?::uuid[])
          AS c (user_id, events, unread_messages, unread_conversations, conversations, latest)
       WHERE h.user_id = c.user_id
      RETURNING h.user_id, h.head - c.events AS head,
                CASE WHEN h.latest_since <= h.head - c.events THEN c.latest END AS latest
      """;

  Appended append(Transaction transaction, FeedBatch batch) throws SQLException {
    List<FeedBatch.Lines> accounts = batch.accounts();
    Map<UUID, Appended.Before> before = HashMap.newHashMap(accounts.size());
    transaction.list(
        MOVE,
        row -> before.put(row.uuid("user_id"), before(row)),
        Column.uuids(accounts, a -> a.userId),
        Column.ints(accounts, a -> a.entries.size()),
        Column.ints(accounts, a -> a.badge.unreadMessages()),
        Column.ints(accounts, a -> a.badge.unreadConversations()),
        Column.ints(accounts, a -> a.badge.conversations()),
        Column.uuids(accounts, a -> a.latestConversation));
    Appended appended = new Appended(before);
    write(transaction, lines(accounts, appended));
    return appended;
  }

  private static void write(Transaction transaction, List<Line> lines) throws SQLException {
    transaction.later(
        """
        INSERT INTO account_events (user_id, seq, kind, conversation_id, subject_id, first_seq)
        SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::int[], ?::uuid[], ?::uuid[], ?::bigint[])
        """,
        Column.uuids(lines, Line::userId),
        Column.longs(lines, Line::seq),
        Column.ints(lines, line -> (int) line.entry.kind()),
        Column.uuids(lines, line -> line.entry.conversationId()),
        Column.uuids(lines, line -> line.entry.subjectId()),
        Column.longs(lines, line -> line.entry.firstSeq()));
  }

  private static Appended.Before before(Row row) throws SQLException {
    return new Appended.Before(row.number("head"), row.uuid("latest"));
  }

  /** The events of accounts that exist. */
  private static List<Line> lines(List<FeedBatch.Lines> accounts, Appended appended) {
    List<Line> lines = new ArrayList<>();
    for (FeedBatch.Lines account : accounts) {
      for (int i = 0; i < account.entries.size(); i++) {
        long seq = appended.seq(account.userId, i + 1);
        if (seq > 0) {
          lines.add(new Line(account.userId, seq, account.entries.get(i)));
        }
      }
    }
    return lines;
  }

  public Optional<Head> head(Transaction transaction, UUID userId) throws SQLException {
    return Optional.ofNullable(all(transaction, List.of(userId)).get(userId));
  }

  public Map<UUID, Head> all(Transaction transaction, Collection<UUID> users) throws SQLException {
    Map<UUID, Head> heads = HashMap.newHashMap(users.size());
    transaction.list(
        """
        SELECT user_id, epoch, head, floor, unread_messages, unread_conversations, conversations
          FROM account_heads WHERE user_id = ANY (?)
        """,
        row -> heads.put(row.uuid("user_id"), head(row)),
        Column.uuids(users));
    return heads;
  }

  private static Head head(Row row) throws SQLException {
    Badge badge =
        new Badge(
            row.integer("unread_messages"),
            row.integer("unread_conversations"),
            row.integer("conversations"));
    return new Head(row.number("epoch"), row.number("head"), row.number("floor"), badge);
  }

  Map<UUID, Long> heads(Transaction transaction, Collection<UUID> users) throws SQLException {
    Map<UUID, Long> heads = new HashMap<>();
    transaction.list(
        "SELECT user_id, head FROM account_heads WHERE user_id = ANY (?)",
        row -> heads.put(row.uuid("user_id"), row.number("head")),
        Column.uuids(users));
    return heads;
  }

  public List<FeedEvent> events(Transaction transaction, UUID userId, long after, int most)
      throws SQLException {
    return transaction.list(
        """
        SELECT seq, kind, conversation_id, subject_id, first_seq FROM account_events
         WHERE user_id = ? AND seq > ? ORDER BY seq LIMIT ?
        """,
        row ->
            new FeedEvent(
                row.number("seq"),
                (short) row.integer("kind"),
                row.uuid("conversation_id"),
                row.uuid("subject_id"),
                row.optionalNumber("first_seq")),
        userId,
        after,
        most);
  }

  List<UUID> subjects(Transaction transaction, UUID userId, short kind, long from, long to)
      throws SQLException {
    return transaction.list(
        """
        SELECT subject_id FROM account_events
         WHERE user_id = ? AND seq > ? AND seq <= ? AND kind = ?
        """,
        row -> row.uuid("subject_id"),
        userId,
        from,
        to,
        (int) kind);
  }

  public void open(Transaction transaction, Collection<UUID> users) throws SQLException {
    transaction.update(
        """
        INSERT INTO account_heads (user_id, epoch)
        SELECT u, ('x' || substr(md5(gen_random_uuid()::text), 1, 16))::bit(64)::bigint
          FROM unnest(?::uuid[]) u
        ON CONFLICT DO NOTHING
        """,
        Column.uuids(users));
  }

  public void remove(Transaction transaction, UUID userId) throws SQLException {
    transaction.update("DELETE FROM account_heads WHERE user_id = ?", userId);
    transaction.update("DELETE FROM account_events WHERE user_id = ?", userId);
  }
}
