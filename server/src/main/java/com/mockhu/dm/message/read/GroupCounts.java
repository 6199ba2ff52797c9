package com.mockhu.dm.message.read;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.conversation.receipt.SeqRange;
import com.mockhu.dm.message.access.GroupProgress;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.access.ReceiptFacts;
import com.mockhu.dm.message.event.MessageChange;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.socket.connection.OpenSockets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows senders who are connected here how many of a group have got and read their messages. What
 * changed is gathered for a second, so the cost depends on the messages and not on the receipts.
 */
public final class GroupCounts implements AutoCloseable {
  private static final int MOST_MESSAGES = 50;
  private static final long EVERY_SECONDS = 1;

  private final Database database;
  private final Conversations conversations;
  private final MessageViews views;
  private final OpenSockets sockets;
  private final Map<UUID, SeqRange> changed = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("receipt-counts").factory());

  public GroupCounts(
      Database database, Conversations conversations, MessageViews views, OpenSockets sockets) {
    this.database = database;
    this.conversations = conversations;
    this.views = views;
    this.sockets = sockets;
  }

  /** Somebody has got or read messages in this range. Never blocks. */
  void note(UUID group, SeqRange seqs) {
    synchronized (changed) {
      boolean isFirst = changed.isEmpty();
      changed.merge(
          group,
          seqs,
          (a, b) -> new SeqRange(Math.min(a.from(), b.from()), Math.max(a.upTo(), b.upTo())));
      if (isFirst && !timer.isShutdown()) {
        timer.schedule(this::flush, EVERY_SECONDS, TimeUnit.SECONDS);
      }
    }
  }

  private void flush() {
    Map<UUID, SeqRange> all;
    synchronized (changed) {
      all = new HashMap<>(changed);
      changed.clear();
    }
    try {
      all.forEach(
          (group, seqs) ->
              database.read(
                  transaction -> {
                    show(transaction, group, seqs);
                    return null;
                  }));
    } catch (RuntimeException e) {
      // Not kept and not repeated: the next page of history has the counts.
      ErrorMapper.map(e);
    }
  }

  private void show(Transaction transaction, UUID id, SeqRange seqs) throws SQLException {
    Conversation group = conversations.all(transaction, List.of(id)).get(id);
    if (group == null) {
      return;
    }
    List<MessageRow> rows =
        MessageSql.latest(transaction, id, seqs, MOST_MESSAGES).stream()
            .filter(row -> group.has(row.senderId()) && !sockets.of(row.senderId()).isEmpty())
            .toList();
    ReceiptRanges ranges = MessageReceipts.ofSenders(transaction, Map.of(id, group), rows);
    Map<UUID, ReceiptFacts> facts = new HashMap<>();
    for (MessageRow row : rows) {
      UUID sender = row.senderId();
      if (!facts.containsKey(sender)) {
        facts.put(sender, views.facts(transaction, sender, List.of(group), List.of(), ranges));
      }
      GroupProgress progress = views.progress(group, row.ref(), facts.get(sender));
      sockets.show(sender, MessageChange.counts(row, progress).frame());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
