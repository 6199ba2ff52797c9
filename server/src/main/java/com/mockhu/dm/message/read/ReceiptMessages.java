package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.receipt.MessageRef;
import com.mockhu.dm.conversation.receipt.ReadChange;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers what receipts ask of the messages in ranges; for all ranges of a batch at once. */
final class ReceiptMessages {
  private static final ReadChange.Waiting NOTHING = new ReadChange.Waiting(0, 0, null);

  private static final String WAITING =
      """
      SELECT p.place, w.messages, w.first_seq, w.newest_seq, n.id, n.sender_id
        FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::int[])
          AS p (conversation_id, user_id, from_seq, up_to_seq, place)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS messages, min(m.seq) AS first_seq, max(m.seq) AS newest_seq
           FROM messages m
          WHERE m.conversation_id = p.conversation_id
            AND m.seq >= p.from_seq AND m.seq <= p.up_to_seq
            AND m.sender_id <> p.user_id AND m.deleted_at IS NULL
            AND m.message_type <> 'system') w
        JOIN messages n ON n.conversation_id = p.conversation_id AND n.seq = w.newest_seq
      """;

  private static final String MISSING =
      """
      SELECT p.conversation_id, p.user_id, m.seq
        FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])
          AS p (conversation_id, user_id, from_seq, up_to_seq)
       CROSS JOIN LATERAL (
         SELECT seq FROM messages
          WHERE conversation_id = p.conversation_id
            AND seq >= p.from_seq AND seq <= p.up_to_seq AND sender_id <> p.user_id
            AND message_type <> 'system'
          ORDER BY seq LIMIT 1) m
      """;

  private ReceiptMessages() {}

  /** A range of a conversation, as one person receives it. */
  record Part(ParticipantKey whose, SeqRange seqs) {}

  private record Counted(int place, ReadChange.Waiting waiting) {}

  /** The incoming messages in each part that were not deleted, in the order of the parts. */
  static List<ReadChange.Waiting> waiting(Transaction transaction, List<Part> parts)
      throws SQLException {
    List<ReadChange.Waiting> waiting = new ArrayList<>(Collections.nCopies(parts.size(), NOTHING));
    if (!parts.isEmpty()) {
      List<Integer> places = new ArrayList<>();
      parts.forEach(part -> places.add(places.size()));
      transaction
          .list(
              WAITING,
              ReceiptMessages::counted,
              Column.uuids(parts, part -> part.whose.conversationId()),
              Column.uuids(parts, part -> part.whose.userId()),
              Column.longs(parts, part -> part.seqs.from()),
              Column.longs(parts, part -> part.seqs.upTo()),
              Column.ints(places, place -> place))
          .forEach(each -> waiting.set(each.place, each.waiting));
    }
    return waiting;
  }

  private static Counted counted(Row row) throws SQLException {
    MessageRef newest =
        new MessageRef(row.uuid("id"), row.number("newest_seq"), row.uuid("sender_id"));
    return new Counted(
        row.integer("place"),
        new ReadChange.Waiting(row.integer("messages"), row.number("first_seq"), newest));
  }

  /** For each person the first incoming message in one of their parts, if there is any. */
  static Map<ParticipantKey, Long> missing(Transaction transaction, List<Part> parts)
      throws SQLException {
    Map<ParticipantKey, Long> missing = new HashMap<>();
    if (!parts.isEmpty()) {
      transaction.list(
          MISSING,
          row ->
              missing.merge(
                  new ParticipantKey(row.uuid("conversation_id"), row.uuid("user_id")),
                  row.number("seq"),
                  Math::min),
          Column.uuids(parts, part -> part.whose.conversationId()),
          Column.uuids(parts, part -> part.whose.userId()),
          Column.longs(parts, part -> part.seqs.from()),
          Column.longs(parts, part -> part.seqs.upTo()));
    }
    return missing;
  }
}
