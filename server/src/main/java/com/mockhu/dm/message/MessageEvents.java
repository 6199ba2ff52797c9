package com.mockhu.dm.message;

import com.mockhu.dm.conversation.Conversation;
import com.mockhu.dm.conversation.ConversationFeature;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.EventSource;
import com.mockhu.dm.feed.FeedEvent;
import com.mockhu.dm.feed.Frame;
import com.mockhu.dm.feed.Snapshot;
import com.mockhu.dm.feed.SyncPage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Shows what happened to messages, as they stand now and as the viewer may see them. */
final class MessageEvents implements EventSource, Snapshot {
  static final short NEW = 10;
  static final short HIDDEN = 11;
  static final short DELETED = 12;
  static final short READ = 13;
  static final short READ_ALL = 14;
  static final short DELIVERED = 15;
  static final short RESTORED = 16;

  /** Those that would show a message itself; a receipt may stand for others than its own. */
  private static final Set<Short> SHOWING = Set.of(NEW, DELETED);

  private static final int SNAPSHOT_MESSAGES = 50;

  private final Conversations conversations;
  private final ConversationFeature inbox;
  private final Delivering delivering;
  private final EventShapes shapes;
  private final MessageViews views;

  MessageEvents(
      Conversations conversations,
      ConversationFeature inbox,
      Delivering delivering,
      MessageViews views) {
    this.conversations = conversations;
    this.inbox = inbox;
    this.delivering = delivering;
    this.views = views;
    this.shapes = new EventShapes(views);
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(NEW, HIDDEN, DELETED, READ, READ_ALL, DELIVERED, RESTORED);
  }

  /** The messages that events are about, with their conversations, if the viewer may see them. */
  private record Present(Map<UUID, MessageRow> rows, Map<UUID, Conversation> conversations) {

    boolean shows(UUID viewer, FeedEvent event) {
      MessageRow row = rows.get(event.subjectId());
      Conversation conversation = conversations.get(event.conversationId());
      return row != null
          && conversation != null
          && conversation.has(viewer)
          && !conversation.side(viewer).isBlocked()
          && row.seq() > conversation.side(viewer).clearedSeq()
          && (!SHOWING.contains(event.kind()) || MessageViews.isVisible(viewer, conversation, row));
    }
  }

  private Present present(Transaction transaction, List<FeedEvent> events) throws SQLException {
    Map<UUID, MessageRow> rows = new HashMap<>();
    List<UUID> ids =
        events.stream().map(FeedEvent::subjectId).filter(Objects::nonNull).distinct().toList();
    MessageSql.byIds(transaction, ids).forEach(row -> rows.put(row.id(), row));
    return new Present(rows, conversations.all(transaction, conversationIds(events)));
  }

  private static Set<UUID> conversationIds(List<FeedEvent> events) {
    Set<UUID> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.conversationId()));
    return ids;
  }

  @Override
  public Map<Long, Frame> frames(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Present present = present(transaction, events);
    Map<Long, Frame> frames = new HashMap<>();
    for (FeedEvent event : events) {
      if (present.shows(viewer, event)) {
        MessageRow row = present.rows.get(event.subjectId());
        Conversation conversation = present.conversations.get(event.conversationId());
        shapes
            .frame(viewer, event, conversation, row)
            .ifPresent(frame -> frames.put(event.seq(), frame));
      }
    }
    return frames;
  }

  @Override
  public void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page)
      throws SQLException {
    Present present = present(transaction, events);
    List<MessageRow> arrived = new ArrayList<>();
    for (FeedEvent event : events) {
      if (present.shows(viewer, event)) {
        MessageRow row = present.rows.get(event.subjectId());
        Conversation conversation = present.conversations.get(event.conversationId());
        shapes.add(viewer, event, conversation, row, page);
        if (event.kind() == NEW) {
          arrived.add(row);
        }
      }
    }
    Set<UUID> restored =
        conversationIds(events.stream().filter(e -> e.kind() == RESTORED).toList());
    arrived.addAll(latest(transaction, viewer, restored, page));
    inbox.sync(transaction, viewer, conversationIds(events), page);
    transaction.afterCommit(() -> delivering.await(viewer, arrived));
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    List<UUID> ids = conversations.snapshotPage(transaction, viewer, after);
    List<MessageRow> arrived = latest(transaction, viewer, ids, page);
    transaction.afterCommit(() -> delivering.await(viewer, arrived));
    return null;
  }

  /** Adds the latest page of each conversation; returns what has thereby reached the viewer. */
  private List<MessageRow> latest(
      Transaction transaction, UUID viewer, Collection<UUID> ids, SyncPage page)
      throws SQLException {
    List<MessageRow> arrived = new ArrayList<>();
    for (Conversation conversation : conversations.all(transaction, ids).values()) {
      Conversation.Side side = conversation.side(viewer);
      HistoryQuery query =
          new HistoryQuery(viewer, conversation.id(), side.clearedSeq(), SNAPSHOT_MESSAGES - 1);
      List<MessageRow> rows =
          side.isListed() ? MessageSql.before(transaction, query, Long.MAX_VALUE, 0) : List.of();
      for (MessageRow row : rows) {
        page.message(row.id(), views.one(viewer, conversation, row));
        arrived.add(row);
      }
    }
    return arrived.stream().filter(row -> row.readAt() == null).toList();
  }
}
