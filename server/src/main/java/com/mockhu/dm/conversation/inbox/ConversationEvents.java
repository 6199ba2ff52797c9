package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows a conversation as it stands in the account's inbox now, or that it is gone from it. */
public final class ConversationEvents implements EventSource, Snapshot {
  public static final short CHANGED = 20;
  public static final int SNAPSHOT_PAGE = 40;

  private final Inbox inbox;

  public ConversationEvents(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(CHANGED);
  }

  @Override
  public Map<Long, Frame> frames(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Map<UUID, Object> states = states(transaction, viewer, ids(events));
    Map<Long, Frame> frames = new HashMap<>();
    for (FeedEvent event : events) {
      Object state = states.get(event.conversationId());
      frames.put(event.seq(), Frame.of("conversation_updated", state));
    }
    return frames;
  }

  @Override
  public void sync(Transaction transaction, UUID viewer, List<FeedEvent> events, SyncPage page)
      throws SQLException {
    states(transaction, viewer, ids(events)).forEach(page::conversation);
  }

  /** The present state of each, for whoever has touched them. */
  public Map<UUID, Object> states(Transaction transaction, UUID viewer, Set<UUID> ids)
      throws SQLException {
    Map<UUID, Object> states = new HashMap<>();
    ids.forEach(id -> states.put(id, new ConversationView.Gone(id, true)));
    inbox.some(transaction, viewer, ids).forEach(view -> states.put(view.id(), view));
    return states;
  }

  private static Set<UUID> ids(List<FeedEvent> events) {
    Set<UUID> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.conversationId()));
    return ids;
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    List<ConversationView> views = inbox.after(transaction, viewer, after, SNAPSHOT_PAGE);
    views.forEach(view -> page.conversation(view.id(), view));
    return views.size() < SNAPSHOT_PAGE ? null : views.getLast().id();
  }
}
