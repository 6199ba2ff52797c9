package com.mockhu.dm.feed.consumer;

import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Statements on {@code consumers}, and on {@code account_events} in the order of transactions. */
final class ConsumerSql {
  /**
   * Every transaction below it has ended, and later statements see all that those have committed.
   */
  private static final String HORIZON =
      "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS tx";

  private static final String AFTER =
      """
      SELECT tx, user_id, seq, kind, conversation_id, subject_id, first_seq FROM account_events
       WHERE tx >= ? AND tx < ? AND (tx, user_id, seq) > (?, ?::uuid, ?)
       ORDER BY tx, user_id, seq LIMIT ?
      """;

  private static final String IS_RESTORED =
      """
      SELECT 1 FROM consumers
       WHERE tx > pg_snapshot_xmax(pg_current_snapshot())::text::bigint LIMIT 1
      """;

  private static final String RENUMBER_EVENTS =
      """
      UPDATE account_events e
         SET tx = (SELECT count(*) FROM consumers c
                    WHERE (c.tx, c.user_id, c.seq) < (e.tx, e.user_id, e.seq))
      """;

  private static final String RENUMBER_CONSUMERS =
      """
      UPDATE consumers c
         SET tx = (SELECT count(*) FROM consumers o
                    WHERE (o.tx, o.user_id, o.seq) < (c.tx, c.user_id, c.seq)),
             user_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff', seq = 9223372036854775807
      """;

  private ConsumerSql() {}

  /** An event with its place in the order of reading. */
  record Found(Position position, CommittedEvent event) {}

  static long horizon(Transaction transaction) throws SQLException {
    return transaction.first(HORIZON, row -> row.number("tx")).orElseThrow();
  }

  /**
   * Starts at transactions that have not ended yet; without effect for a consumer with a position.
   */
  static void begin(Transaction transaction, String name) throws SQLException {
    renumberRestored(transaction);
    Position now = Position.before(horizon(transaction));
    transaction.update(
        """
        INSERT INTO consumers (name, tx, user_id, seq) VALUES (?, ?, ?, ?)
        ON CONFLICT (name) DO NOTHING
        """,
        name,
        now.tx(),
        now.userId(),
        now.seq());
  }

  static Position position(Transaction transaction, String name) throws SQLException {
    return read(transaction, "SELECT tx, user_id, seq FROM consumers WHERE name = ?", name);
  }

  static Position lock(Transaction transaction, String name) throws SQLException {
    return read(
        transaction, "SELECT tx, user_id, seq FROM consumers WHERE name = ? FOR UPDATE", name);
  }

  private static Position read(Transaction transaction, String sql, String name)
      throws SQLException {
    Optional<Position> found = transaction.first(sql, ConsumerSql::position, name);
    return found.orElseThrow(() -> new IllegalStateException("No position of " + name));
  }

  private static Position position(Row row) throws SQLException {
    return new Position(row.number("tx"), row.uuid("user_id"), row.number("seq"));
  }

  /** At most {@code most} events of transactions below {@code end}. */
  static List<Found> after(Transaction transaction, Position position, long end, int most)
      throws SQLException {
    return transaction.list(
        AFTER,
        ConsumerSql::found,
        position.tx(),
        end,
        position.tx(),
        position.userId(),
        position.seq(),
        most);
  }

  private static Found found(Row row) throws SQLException {
    CommittedEvent event =
        new CommittedEvent(
            row.uuid("user_id"),
            row.number("seq"),
            (short) row.integer("kind"),
            row.uuid("conversation_id"),
            row.uuid("subject_id"),
            row.optionalNumber("first_seq"));
    return new Found(position(row), event);
  }

  static void move(Transaction transaction, String name, Position to) throws SQLException {
    transaction.update(
        "UPDATE consumers SET tx = ?, user_id = ?, seq = ? WHERE name = ?",
        to.tx(),
        to.userId(),
        to.seq(),
        name);
  }

  /**
   * A position above all transactions comes from the database that this one was restored from: a
   * restore starts the numbers of transactions again. The events that a consumer has read get
   * numbers below all that transactions can have.
   */
  private static void renumberRestored(Transaction transaction) throws SQLException {
    transaction.update("LOCK TABLE consumers IN EXCLUSIVE MODE");
    if (transaction.exists(IS_RESTORED)) {
      transaction.update(RENUMBER_EVENTS);
      transaction.update(RENUMBER_CONSUMERS);
    }
  }
}
