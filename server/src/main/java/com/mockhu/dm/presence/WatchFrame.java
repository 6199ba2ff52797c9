package com.mockhu.dm.presence;

import com.mockhu.dm.socket.connection.ClientFrame;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.FrameHandler;
import java.util.Set;
import java.util.UUID;

/** The frame {@code watch}: the people whose presence this connection wants (behaviour §7.22). */
final class WatchFrame implements FrameHandler {
  static final int MOST_WATCHED = 200;

  private final StatusQueue queue;

  WatchFrame(StatusQueue queue) {
    this.queue = queue;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    Set<UUID> people = frame.requiredIds("user_ids", MOST_WATCHED);
    connection.watch(people);
    if (!people.isEmpty()) {
      queue.add(new PresenceUpdate.Watched(connection));
    }
  }
}
