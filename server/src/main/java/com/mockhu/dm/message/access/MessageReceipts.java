package com.mockhu.dm.message.access;

import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.conversation.receipt.Span;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the receipt ranges behind the status that a viewer sees. */
public final class MessageReceipts {
  /** Messages this close are looked up by one span; ranges between them are few. */
  private static final long NEAR = 100;

  private MessageReceipts() {}

  /** In one statement for all rows; rows of conversations that are not there are passed over. */
  public static ReceiptRanges of(
      Transaction transaction,
      UUID viewer,
      Map<UUID, Conversation> conversations,
      Collection<MessageRow> rows)
      throws SQLException {
    Map<UUID, List<Long>> others = new HashMap<>();
    Map<UUID, List<Long>> own = new HashMap<>();
    for (MessageRow row : rows) {
      Conversation conversation = conversations.get(row.conversationId());
      if (conversation != null && conversation.has(viewer)) {
        boolean isOwn = row.senderId().equals(viewer);
        (isOwn ? own : others)
            .computeIfAbsent(row.conversationId(), id -> new ArrayList<>())
            .add(row.seq());
      }
    }
    List<Span> spans = new ArrayList<>();
    others.forEach(
        (id, all) ->
            SeqRange.around(all, NEAR)
                .forEach(
                    seqs ->
                        spans.add(Span.of(id, conversations.get(id).participant(viewer), seqs))));
    own.forEach(
        (id, all) ->
            SeqRange.around(all, NEAR)
                .forEach(seqs -> addRecipients(spans, conversations.get(id), viewer, seqs)));
    return ReceiptSql.touching(transaction, spans);
  }

  /** As their senders see them. */
  public static ReceiptRanges ofSenders(
      Transaction transaction, Map<UUID, Conversation> conversations, Collection<MessageRow> rows)
      throws SQLException {
    List<Span> spans = new ArrayList<>();
    for (MessageRow row : rows) {
      Conversation conversation = conversations.get(row.conversationId());
      if (conversation != null) {
        addRecipients(spans, conversation, row.senderId(), SeqRange.of(row.seq()));
      }
    }
    return ReceiptSql.touching(transaction, spans);
  }

  /**
   * The spans of all people whose receipts the viewer may see for these messages, whether or not
   * the viewer sent them.
   */
  public static List<Span> spans(Conversation conversation, UUID viewer, SeqRange seqs) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.of(conversation.id(), conversation.participant(viewer), seqs));
    addRecipients(spans, conversation, viewer, seqs);
    return spans;
  }

  private static void addRecipients(
      List<Span> spans, Conversation conversation, UUID sender, SeqRange seqs) {
    for (Participant recipient : conversation.others(sender)) {
      spans.add(Span.of(conversation.id(), recipient, seqs));
    }
  }
}
