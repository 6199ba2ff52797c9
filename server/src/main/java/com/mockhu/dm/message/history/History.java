package com.mockhu.dm.message.history;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.ParticipantKey;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.conversation.receipt.ReceiptSql;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.message.access.HistoryQuery;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.access.MessageView;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.access.ReceiptFacts;
import com.mockhu.dm.message.read.MarkRead;
import com.mockhu.dm.message.read.Receipt;
import com.mockhu.dm.message.read.RecordDelivery;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Pages of a conversation; what is fetched counts as delivered, and by default as read. */
public final class History {
  private final Database database;
  private final Conversations conversations;
  private final MarkRead reading;
  private final RecordDelivery deliveries;
  private final MessageViews views;

  public History(
      Database database,
      Conversations conversations,
      MarkRead reading,
      RecordDelivery deliveries,
      MessageViews views) {
    this.database = database;
    this.conversations = conversations;
    this.reading = reading;
    this.deliveries = deliveries;
    this.views = views;
  }

  /** At most one of the two ids is given. */
  public record Asked(
      UUID viewer,
      UUID conversationId,
      UUID beforeId,
      UUID afterId,
      int page,
      int limit,
      boolean isReading) {

    /** How many messages the pages before this one hold; a cursor has none before it. */
    long offset() {
      return beforeId == null && afterId == null ? (page - 1L) * limit : 0;
    }
  }

  public record Page(List<MessageView> messages, boolean hasMore) {}

  private record Found(
      Conversation conversation, List<MessageRow> rows, ReceiptFacts facts, boolean hasMore) {

    /** The incoming messages that wait to be read. */
    List<Long> waiting(UUID viewer) {
      return rows.stream()
          .filter(row -> !row.senderId().equals(viewer) && !row.isDeleted() && !row.isSystem())
          .map(MessageRow::seq)
          .filter(seq -> !facts.ranges().isSettled(conversation.id(), viewer, seq))
          .toList();
    }
  }

  public Page page(Asked asked) {
    Found found = database.read(transaction -> find(transaction, asked));
    List<Long> waiting = found.waiting(asked.viewer);
    ReceiptFacts facts = found.facts;
    if (!waiting.isEmpty() && asked.isReading) {
      facts = read(asked, found, waiting);
    } else if (!waiting.isEmpty()) {
      deliveries.await(asked.viewer, found.rows);
    }
    return new Page(views.all(asked.viewer, found.conversation, found.rows, facts), found.hasMore);
  }

  private ReceiptFacts read(Asked asked, Found found, List<Long> waiting) {
    SeqRange seqs = new SeqRange(Collections.min(waiting), Collections.max(waiting));
    Receipt.Outcome.Stored stored =
        MarkRead.await(reading.page(asked.viewer, asked.conversationId, seqs));
    ParticipantKey reader = new ParticipantKey(asked.conversationId, asked.viewer);
    return new ReceiptFacts(
        found.facts.ranges().with(reader, stored.read(), stored.at()), found.facts.blocks());
  }

  private Found find(Transaction transaction, Asked asked) throws SQLException {
    Conversation conversation = conversations.open(transaction, asked.conversationId, asked.viewer);
    Paging paging = paging(transaction, asked, conversation);
    if (paging.isBeyond(asked)) {
      return new Found(conversation, List.of(), ReceiptFacts.NONE, false);
    }
    // The numbers on the page are nearly always these; if so, its ranges cost no round trip.
    SeqRange likely = paging.likely(asked.limit);
    ReceiptSql.Asked ranges =
        ReceiptSql.ask(transaction, MessageReceipts.spans(conversation, asked.viewer, likely));
    List<MessageRow> rows = paging.rows(transaction, asked);
    boolean hasMore = rows.size() > asked.limit;
    List<MessageRow> shown = hasMore ? rows.subList(0, asked.limit) : rows;
    boolean isLikely = shown.stream().allMatch(row -> likely.contains(row.seq()));
    ReceiptRanges known =
        isLikely
            ? ranges.ranges()
            : MessageReceipts.of(
                transaction, asked.viewer, Map.of(conversation.id(), conversation), shown);
    return new Found(
        conversation,
        shown,
        views.facts(transaction, asked.viewer, List.of(conversation), shown, known),
        hasMore);
  }

  /** From where to read, and in which direction. */
  private record Paging(Conversation conversation, long from, long offset, boolean isForward) {

    /** Messages are numbered without gaps: more than that many there cannot be. */
    boolean isBeyond(Asked asked) {
      long most = conversation.lastSeq() - conversation.participant(asked.viewer).clearedSeq();
      return offset > 0 && offset >= most;
    }

    SeqRange likely(int limit) {
      return isForward
          ? new SeqRange(from + 1, from + limit)
          : new SeqRange(from - offset - limit, from - offset - 1);
    }

    List<MessageRow> rows(Transaction transaction, Asked asked) throws SQLException {
      HistoryQuery query =
          new HistoryQuery(
              conversation.participant(asked.viewer), asked.conversationId, asked.limit);
      return isForward
          ? MessageSql.after(transaction, query, from)
          : MessageSql.before(transaction, query, from, offset);
    }
  }

  private static Paging paging(Transaction transaction, Asked asked, Conversation conversation)
      throws SQLException {
    if (asked.afterId != null) {
      return new Paging(conversation, seq(transaction, asked, asked.afterId), 0, true);
    }
    if (asked.beforeId != null) {
      return new Paging(conversation, seq(transaction, asked, asked.beforeId), 0, false);
    }
    // One that was committed since belongs to no page that began before it.
    return new Paging(conversation, conversation.lastSeq() + 1, asked.offset(), false);
  }

  private static long seq(Transaction transaction, Asked asked, UUID messageId)
      throws SQLException {
    MessageRow row =
        MessageSql.find(transaction, messageId)
            .orElseThrow(() -> ApiException.notFound("Message not found"));
    if (!row.conversationId().equals(asked.conversationId)) {
      throw ApiException.invalid("The cursor is a message of another conversation.");
    }
    return row.seq();
  }
}
