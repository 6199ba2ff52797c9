package com.mockhu.dm.conversation.receipt;

import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements on {@code reads} and {@code deliveries}. */
public final class ReceiptSql {
  /**
   * Up to here a statement of plain look-ups is sent. The database plans the one for any number of
   * spans anew each time, since it cannot know how many there will be, and that costs several times
   * the look-ups of a page of history.
   */
  private static final int FEW = 4;

  private static final String READS =
      """
      (SELECT conversation_id, user_id, from_seq, up_to_seq, read_at, true AS is_reading
         FROM reads
        WHERE conversation_id = ? AND user_id = ? AND up_to_seq >= ? AND up_to_seq <= ?)
      UNION ALL
      (SELECT conversation_id, user_id, from_seq, up_to_seq, read_at, true
         FROM reads WHERE conversation_id = ? AND user_id = ? AND up_to_seq > ?
        ORDER BY up_to_seq LIMIT 1)
      """;

  private static final String DELIVERIES =
      """
      UNION ALL
      (SELECT conversation_id, user_id, from_seq, up_to_seq, NULL, false
         FROM deliveries
        WHERE conversation_id = ? AND user_id = ? AND up_to_seq >= ? AND up_to_seq <= ?)
      UNION ALL
      (SELECT conversation_id, user_id, from_seq, up_to_seq, NULL, false
         FROM deliveries WHERE conversation_id = ? AND user_id = ? AND up_to_seq > ?
        ORDER BY up_to_seq LIMIT 1)
      """;

  // Ranges do not overlap: those that touch a span end within it, but for one that ends behind it.
  private static final String TOUCHING =
      """
      SELECT r.*
        FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])
          AS s (conversation_id, user_id, from_seq, up_to_seq)
       CROSS JOIN LATERAL (
         (SELECT conversation_id, user_id, from_seq, up_to_seq, read_at, true AS is_reading
            FROM reads
           WHERE conversation_id = s.conversation_id AND user_id = s.user_id
             AND up_to_seq >= s.from_seq AND up_to_seq <= s.up_to_seq)
         UNION ALL
         (SELECT conversation_id, user_id, from_seq, up_to_seq, read_at, true
            FROM reads
           WHERE conversation_id = s.conversation_id AND user_id = s.user_id
             AND up_to_seq > s.up_to_seq
           ORDER BY up_to_seq LIMIT 1)
         UNION ALL
         (SELECT conversation_id, user_id, from_seq, up_to_seq, NULL, false
            FROM deliveries
           WHERE conversation_id = s.conversation_id AND user_id = s.user_id
             AND up_to_seq >= s.from_seq AND up_to_seq <= s.up_to_seq)
         UNION ALL
         (SELECT conversation_id, user_id, from_seq, up_to_seq, NULL, false
            FROM deliveries
           WHERE conversation_id = s.conversation_id AND user_id = s.user_id
             AND up_to_seq > s.up_to_seq
           ORDER BY up_to_seq LIMIT 1)) r
       WHERE r.from_seq <= s.up_to_seq
      """;

  private ReceiptSql() {}

  /** A range to be stored for a participant. */
  public record Stored(ParticipantKey whose, SeqRange seqs) {}

  /** Ranges that come with the next statement. */
  public static final class Asked {
    private final Transaction.Later<Found> rows;

    private Asked(Transaction.Later<Found> rows) {
      this.rows = rows;
    }

    public ReceiptRanges ranges() {
      return gathered(rows.rows());
    }
  }

  private record Found(ParticipantKey whose, SeqRange seqs, Instant readAt, boolean isReading) {}

  /** At least the ranges that touch the spans. */
  public static ReceiptRanges touching(Transaction transaction, Collection<Span> spans)
      throws SQLException {
    return spans.isEmpty()
        ? ReceiptRanges.NONE
        : gathered(transaction.list(sql(spans), ReceiptSql::found, parameters(spans)));
  }

  /** As {@link #touching}, in one round trip with the next statement. */
  public static Asked ask(Transaction transaction, Collection<Span> spans) {
    return new Asked(transaction.ask(sql(spans), ReceiptSql::found, parameters(spans)));
  }

  private static String sql(Collection<Span> spans) {
    return spans.size() > FEW
        ? TOUCHING
        : spans.stream()
            .map(span -> span.isAllDelivered() ? READS : READS + DELIVERIES)
            .collect(Collectors.joining(" UNION ALL "));
  }

  private static Object[] parameters(Collection<Span> spans) {
    if (spans.size() <= FEW) {
      return spans.stream().flatMap(ReceiptSql::each).toArray();
    }
    return new Object[] {
      Column.uuids(spans, Span::conversationId),
      Column.uuids(spans, Span::userId),
      Column.longs(spans, span -> span.seqs().from()),
      Column.longs(spans, span -> span.seqs().upTo())
    };
  }

  /** As both statements take them. */
  private static Stream<Object> each(Span span) {
    SeqRange seqs = span.seqs();
    List<Object> once =
        List.of(
            span.conversationId(),
            span.userId(),
            seqs.from(),
            seqs.upTo(),
            span.conversationId(),
            span.userId(),
            seqs.upTo());
    return span.isAllDelivered() ? once.stream() : Stream.concat(once.stream(), once.stream());
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        new ParticipantKey(row.uuid("conversation_id"), row.uuid("user_id")),
        new SeqRange(row.number("from_seq"), row.number("up_to_seq")),
        row.instant("read_at"),
        row.truth("is_reading"));
  }

  private static ReceiptRanges gathered(List<Found> rows) {
    ReceiptRanges ranges = new ReceiptRanges();
    for (Found row : rows) {
      if (row.isReading) {
        ranges.add(row.whose, new ReadRange(row.seqs, row.readAt));
      } else {
        ranges.add(row.whose, row.seqs);
      }
    }
    return ranges;
  }

  /** {@code readAt} may be null, for what was deleted unread. */
  public static void addReads(Transaction transaction, List<Stored> ranges, Instant readAt) {
    if (!ranges.isEmpty()) {
      transaction.later(
          """
          INSERT INTO reads (conversation_id, user_id, from_seq, up_to_seq, read_at)
          SELECT r.*, ?::timestamptz FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[]) r
          """,
          readAt,
          Column.uuids(ranges, each -> each.whose.conversationId()),
          Column.uuids(ranges, each -> each.whose.userId()),
          Column.longs(ranges, each -> each.seqs.from()),
          Column.longs(ranges, each -> each.seqs.upTo()));
    }
  }

  public static void addDeliveries(Transaction transaction, List<Stored> ranges) {
    if (!ranges.isEmpty()) {
      transaction.later(
          """
          INSERT INTO deliveries (conversation_id, user_id, from_seq, up_to_seq)
          SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])
          """,
          Column.uuids(ranges, each -> each.whose.conversationId()),
          Column.uuids(ranges, each -> each.whose.userId()),
          Column.longs(ranges, each -> each.seqs.from()),
          Column.longs(ranges, each -> each.seqs.upTo()));
    }
  }

  public static void removeDeliveries(Transaction transaction, List<Stored> ranges) {
    if (!ranges.isEmpty()) {
      transaction.later(
          """
          DELETE FROM deliveries d
           USING unnest(?::uuid[], ?::uuid[], ?::bigint[]) AS r (conversation_id, user_id, up_to_seq)
           WHERE d.conversation_id = r.conversation_id AND d.user_id = r.user_id
             AND d.up_to_seq = r.up_to_seq
          """,
          Column.uuids(ranges, each -> each.whose.conversationId()),
          Column.uuids(ranges, each -> each.whose.userId()),
          Column.longs(ranges, each -> each.seqs.upTo()));
    }
  }

  /** With their conversations. */
  public static void removeAll(Transaction transaction, Collection<UUID> conversations)
      throws SQLException {
    for (String table : List.of("reads", "deliveries")) {
      transaction.update(
          "DELETE FROM " + table + " WHERE conversation_id = ANY (?)", Column.uuids(conversations));
    }
  }
}
