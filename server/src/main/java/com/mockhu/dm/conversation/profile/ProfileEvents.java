package com.mockhu.dm.conversation.profile;

import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.EventView;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UserView;
import com.mockhu.dm.people.search.Visibility;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Shows people as they are called and look now. */
final class ProfileEvents implements EventSource {
  static final short CHANGED = 21;

  private final Accounts accounts;
  private final Visibility visibility;

  ProfileEvents(Accounts accounts, Visibility visibility) {
    this.accounts = accounts;
    this.visibility = visibility;
  }

  static EventView view(UserView user) {
    return new EventView.State("user_updated", ProfileChanges.SECTION, user.id(), user);
  }

  @Override
  public Set<Short> kinds() {
    return Set.of(CHANGED);
  }

  @Override
  public Map<Long, EventView> views(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Map<UUID, UserView> users = users(transaction, viewer, events);
    Map<Long, EventView> views = new HashMap<>();
    for (FeedEvent event : events) {
      UserView user = users.get(event.subjectId());
      if (user != null) {
        views.put(event.seq(), view(user));
      }
    }
    return views;
  }

  /** Not from memory, which may be older than the event: nothing would correct it. */
  private Map<UUID, UserView> users(Transaction transaction, UUID viewer, List<FeedEvent> events)
      throws SQLException {
    Set<UUID> ids = new HashSet<>();
    events.forEach(event -> ids.add(event.subjectId()));
    ids.removeAll(visibility.hiddenFrom(viewer, ids));
    return accounts.present(transaction, ids);
  }
}
