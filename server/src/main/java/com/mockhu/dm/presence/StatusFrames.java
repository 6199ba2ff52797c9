package com.mockhu.dm.presence;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.people.profile.PresenceView.Presence;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.OpenSockets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The frame {@code user_status}: its viewers and its content (behaviour §7). */
final class StatusFrames {
  /** Bounds the cost for people with thousands of conversations: partners of the latest ones. */
  static final int MOST_PARTNERS = 500;

  private final Database database;
  private final OpenSockets sockets;
  private final Conversations conversations;
  private final VisiblePresence presences;

  StatusFrames(
      Database database,
      OpenSockets sockets,
      Conversations conversations,
      VisiblePresence presences) {
    this.database = database;
    this.sockets = sockets;
    this.conversations = conversations;
    this.presences = presences;
  }

  private record Status(UUID userId, boolean isOnline, Instant lastSeen) {}

  /** Returns how many frames went out. */
  int send(PresenceUpdate update) {
    return switch (update) {
      case PresenceUpdate.Change change -> send(change.about(), viewers(change.about()), false);
      case PresenceUpdate.Reveal reveal -> send(reveal.about(), viewers(reveal.about()), true);
      case PresenceUpdate.Between between ->
          send(between.about(), connected(List.of(between.viewer())), true);
      case PresenceUpdate.Watched watched -> show(watched.connection());
    };
  }

  private List<UUID> viewers(UUID about) {
    return connected(database.read(t -> conversations.partners(t, about, MOST_PARTNERS)));
  }

  private List<UUID> connected(Collection<UUID> people) {
    return people.stream().filter(id -> !sockets.of(id).isEmpty()).toList();
  }

  /** {@code evenHidden}: shows the person as offline to viewers who must not see them. */
  private int send(UUID about, List<UUID> viewers, boolean evenHidden) {
    Map<UUID, Presence> seen = presences.to(viewers, about);
    Frame hidden = frame(about, PresenceView.OFFLINE);
    int sent = 0;
    Frame shown = null;
    for (UUID viewer : viewers) {
      Presence presence = seen.get(viewer);
      if (presence != null && shown == null) {
        shown = frame(about, presence);
      }
      if (presence != null || evenHidden) {
        sent += show(viewer, about, presence == null ? hidden : shown);
      }
    }
    return sent;
  }

  private int show(UUID viewer, UUID about, Frame frame) {
    int sent = 0;
    for (Connection connection : sockets.of(viewer)) {
      if (connection.isWatching(about)) {
        connection.show(frame);
        sent++;
      }
    }
    return sent;
  }

  private int show(Connection connection) {
    Set<UUID> people = connection.watched();
    UUID viewer = connection.userId();
    Set<UUID> partners = database.read(t -> conversations.partnersAmong(t, viewer, people));
    presences
        .of(viewer, partners)
        .forEach((person, presence) -> connection.show(frame(person, presence)));
    return partners.size();
  }

  private static Frame frame(UUID about, Presence presence) {
    return Frame.of("user_status", new Status(about, presence.isOnline(), presence.lastSeen()));
  }
}
