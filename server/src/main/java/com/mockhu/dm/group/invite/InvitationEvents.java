package com.mockhu.dm.group.invite;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.SyncPage;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.group.change.WriteChange;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows a person's invitations to their devices, as they stand now. */
public final class InvitationEvents implements EventSource, Snapshot {
  public static final SyncSection.States SECTION = new SyncSection.States("invitations");

  private final Invitations invitations;

  public InvitationEvents(Invitations invitations) {
    this.invitations = invitations;
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(WriteChange.INVITATION);
  }

  @Override
  public Map<Long, EventView> views(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Map<UUID, InvitationView> waiting = waiting(transaction, viewer);
    Map<Long, EventView> views = new HashMap<>();
    for (FeedEvent event : events) {
      UUID id = event.conversationId();
      InvitationView view = waiting.get(id);
      Object state = view == null ? new InvitationView.Gone(id, true) : view;
      views.put(event.seq(), new EventView.State("invitation_updated", SECTION, id, state));
    }
    return views;
  }

  @Override
  public UUID page(Transaction transaction, UUID viewer, UUID after, SyncPage page)
      throws SQLException {
    if (after == null) {
      waiting(transaction, viewer).forEach((id, view) -> page.put(SECTION, id, view));
    }
    return null;
  }

  private Map<UUID, InvitationView> waiting(Transaction transaction, UUID viewer)
      throws SQLException {
    Map<UUID, InvitationView> waiting = new HashMap<>();
    invitations.of(transaction, viewer).forEach(each -> waiting.put(each.conversationId(), each));
    return waiting;
  }
}
