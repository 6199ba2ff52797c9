package com.mockhu.dm.presence;

import com.mockhu.dm.account.PresenceView;
import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.Feed;
import com.mockhu.dm.feed.Frame;
import com.mockhu.dm.feed.SocketListeners;
import com.mockhu.dm.platform.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells people who talk with somebody that this one has come or gone (behaviour §7). */
final class StatusFrames implements SocketListeners.Listener {
  /** The latest conversations are those whose partners may be looking. */
  private static final int MOST_TOLD = 200;

  private final Database database;
  private final Feed feed;
  private final Conversations conversations;
  private final Presences presences;
  private final Clock clock;

  StatusFrames(
      Database database, Feed feed, Conversations conversations, Presences presences, Clock clock) {
    this.database = database;
    this.feed = feed;
    this.conversations = conversations;
    this.presences = presences;
    this.clock = clock;
  }

  private record Status(UUID userId, boolean isOnline, Instant lastSeen) {}

  @Override
  public void opened(UUID userId) {
    if (feed.connections(userId).size() == 1) {
      tell(userId);
    }
  }

  @Override
  public void lastClosed(UUID userId) {
    database.transaction(
        transaction -> {
          PresenceSql.seen(transaction, userId, clock.instant());
          return null;
        });
    tell(userId);
  }

  private void tell(UUID userId) {
    List<UUID> peers =
        database.read(t -> conversations.peers(t, userId, MOST_TOLD)).stream()
            .filter(presences::isOnline)
            .toList();
    for (UUID peer : peers) {
      Map<UUID, PresenceView.Presence> seen = presences.of(peer, Set.of(userId));
      PresenceView.Presence presence = seen.get(userId);
      boolean isHidden = !presence.isOnline() && presence.lastSeen() == null;
      if (!isHidden) {
        Status status = new Status(userId, presence.isOnline(), presence.lastSeen());
        feed.show(peer, Frame.of("user_status", status));
      }
    }
  }
}
