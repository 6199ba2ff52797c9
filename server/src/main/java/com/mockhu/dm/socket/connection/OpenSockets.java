package com.mockhu.dm.socket.connection;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.log.Subscribers;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The open sockets of each account at this server. Threads: any; never blocks. */
public final class OpenSockets {
  private final Subscribers subscribers;

  public OpenSockets(Subscribers subscribers) {
    this.subscribers = subscribers;
  }

  void add(Connection connection) {
    subscribers.add(connection);
  }

  /** True when it was the last one of its account. */
  boolean remove(Connection connection) {
    // A request that waits for changes subscribes too, and may be all that is left.
    return subscribers.remove(connection) || of(connection.userId()).isEmpty();
  }

  public List<Connection> of(UUID userId) {
    return subscribers.of(userId).stream()
        .filter(Connection.class::isInstance)
        .map(Connection.class::cast)
        .toList();
  }

  /** Accounts with an open socket here. */
  public Set<UUID> users() {
    return subscribers.users(Connection.class::isInstance);
  }

  /** Shows a frame that is not kept in the feed. */
  public void show(UUID userId, Frame frame) {
    of(userId).forEach(connection -> connection.show(frame));
  }
}
