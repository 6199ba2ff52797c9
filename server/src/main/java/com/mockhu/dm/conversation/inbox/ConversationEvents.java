package com.mockhu.dm.conversation.inbox;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.feed.replay.SyncSection;
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
  public static final SyncSection.States SECTION = new SyncSection.States("conversations");
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
  public Map<Long, EventView> views(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Set<UUID> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.conversationId()));
    Map<UUID, EventView> states = states(transaction, viewer, ids);
    Map<Long, EventView> views = new HashMap<>();
    events.forEach(event -> views.put(event.seq(), states.get(event.conversationId())));
    return views;
  }

  /** Adds each conversation's present state, for a feature whose events move the inbox. */
  public void addTo(Transaction transaction, UUID viewer, Set<UUID> ids, SyncPage page)
      throws SQLException {
    states(transaction, viewer, ids).values().forEach(view -> view.addTo(page));
  }

  private Map<UUID, EventView> states(Transaction transaction, UUID viewer, Set<UUID> ids)
      throws SQLException {
    Map<UUID, EventView> states = new HashMap<>();
    ids.forEach(id -> states.put(id, view(id, new ConversationView.Gone(id, true))));
    inbox
        .some(transaction, viewer, ids)
        .forEach(present -> states.put(present.id(), view(present.id(), present)));
    return states;
  }

  private static EventView view(UUID id, Object state) {
    return new EventView.State("conversation_updated", SECTION, id, state);
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    List<ConversationView> views = inbox.after(transaction, viewer, after, SNAPSHOT_PAGE);
    views.forEach(view -> page.put(SECTION, view.id(), view));
    return views.size() < SNAPSHOT_PAGE ? null : views.getLast().id();
  }
}
