package com.mockhu.dm.message.history;

import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.conversation.participant.Conversation;
import com.mockhu.dm.conversation.participant.Participant;
import com.mockhu.dm.conversation.receipt.ReceiptRanges;
import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.message.access.HistoryQuery;
import com.mockhu.dm.message.access.MessageReceipts;
import com.mockhu.dm.message.access.MessageRow;
import com.mockhu.dm.message.access.MessageSql;
import com.mockhu.dm.message.access.MessageViews;
import com.mockhu.dm.message.event.EventKind;
import com.mockhu.dm.message.event.MessageChange;
import com.mockhu.dm.message.event.MessageChanges;
import com.mockhu.dm.message.read.RecordDelivery;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Shows what happened to messages, as they stand now and as the viewer may see them. */
public final class MessageEvents implements EventSource, Snapshot {

  private static final int SNAPSHOT_MESSAGES = 50;

  private final Conversations conversations;
  private final ConversationFeature inbox;
  private final RecordDelivery deliveries;
  private final MessageChanges changes;
  private final MessageViews views;

  public MessageEvents(
      Conversations conversations,
      ConversationFeature inbox,
      RecordDelivery deliveries,
      MessageChanges changes,
      MessageViews views) {
    this.conversations = conversations;
    this.inbox = inbox;
    this.deliveries = deliveries;
    this.changes = changes;
    this.views = views;
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(
        EventKind.NEW,
        EventKind.HIDDEN,
        EventKind.DELETED,
        EventKind.READ,
        EventKind.READ_ALL,
        EventKind.DELIVERED,
        EventKind.RESTORED);
  }

  /** The messages of events, with the facts that decide what the viewer may see. */
  private record Present(
      Map<UUID, MessageRow> rows, Map<UUID, Conversation> conversations, ReceiptRanges ranges) {

    /** Empty where the message or the conversation is gone. */
    Optional<MessageChanges.Subject> subject(FeedEvent event) {
      MessageRow row = rows.get(event.subjectId());
      Conversation conversation = conversations.get(event.conversationId());
      return row == null || conversation == null
          ? Optional.empty()
          : Optional.of(new MessageChanges.Subject(conversation, row.ref(), row, ranges));
    }
  }

  private Present present(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    List<UUID> ids =
        events.stream().map(FeedEvent::subjectId).filter(Objects::nonNull).distinct().toList();
    Transaction.Later<MessageRow> found = MessageSql.askByIds(transaction, ids);
    Map<UUID, Conversation> all = conversations.all(transaction, conversationIds(events));
    Map<UUID, MessageRow> rows = new HashMap<>();
    found.rows().forEach(row -> rows.put(row.id(), row));
    return new Present(rows, all, MessageReceipts.of(transaction, viewer, all, rows.values()));
  }

  private static Set<UUID> conversationIds(List<FeedEvent> events) {
    Set<UUID> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.conversationId()));
    return ids;
  }

  @Override
  public Map<Long, MessageChange> views(
      Transaction transaction, UUID viewer, List<FeedEvent> events) throws SQLException {
    Present present = present(transaction, viewer, events);
    Map<Long, MessageChange> views = new HashMap<>();
    for (FeedEvent event : events) {
      present
          .subject(event)
          .flatMap(subject -> changes.of(viewer, event.kind(), event.firstSeq(), subject))
          .ifPresent(change -> views.put(event.seq(), change));
    }
    return views;
  }

  @Override
  public void complete(
      Transaction transaction,
      UUID viewer,
      List<FeedEvent> events,
      Collection<? extends EventView> views,
      SyncPage page)
      throws SQLException {
    List<MessageRow> arrived = new ArrayList<>();
    for (EventView view : views) {
      if (view instanceof MessageChange.Shown(MessageRow row, var _)) {
        arrived.add(row);
      }
    }
    Set<UUID> restored =
        conversationIds(events.stream().filter(e -> e.kind() == EventKind.RESTORED).toList());
    arrived.addAll(latest(transaction, viewer, restored, page));
    inbox.sync(transaction, viewer, conversationIds(events), page);
    transaction.afterCommit(() -> deliveries.await(viewer, arrived));
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    List<UUID> ids = conversations.snapshotPage(transaction, viewer, after);
    List<MessageRow> arrived = latest(transaction, viewer, ids, page);
    transaction.afterCommit(() -> deliveries.await(viewer, arrived));
    return null;
  }

  /** Adds the latest page of each conversation; returns what has thereby reached the viewer. */
  private List<MessageRow> latest(
      Transaction transaction, UUID viewer, Collection<UUID> ids, SyncPage page)
      throws SQLException {
    Map<UUID, Conversation> all = conversations.all(transaction, ids);
    List<MessageRow> rows = new ArrayList<>();
    for (Conversation conversation : all.values()) {
      Participant self = conversation.participant(viewer);
      HistoryQuery query = new HistoryQuery(self, conversation.id(), SNAPSHOT_MESSAGES - 1);
      if (self.isListed()) {
        rows.addAll(MessageSql.before(transaction, query, Long.MAX_VALUE, 0));
      }
    }
    ReceiptRanges ranges = MessageReceipts.of(transaction, viewer, all, rows);
    for (MessageRow row : rows) {
      Conversation conversation = all.get(row.conversationId());
      page.put(MessageChange.MESSAGES, row.id(), views.one(viewer, conversation, row, ranges));
    }
    return rows;
  }
}
