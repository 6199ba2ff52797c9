package com.mockhu.dm.presence;

import com.mockhu.dm.socket.connection.ClientFrame;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.FrameHandler;
import java.util.Set;
import java.util.UUID;

/** The frame {@code watch}: whose presence this one connection wants (behaviour §7.22). */
final class WatchFrames implements FrameHandler {
  static final int MOST_WATCHED = 200;

  private final StatusQueue queue;

  WatchFrames(StatusQueue queue) {
    this.queue = queue;
  }

  @Override
  public void handle(Connection connection, ClientFrame frame) {
    Set<UUID> people = frame.requiredIds("user_ids", MOST_WATCHED);
    connection.watch(people);
    if (!people.isEmpty()) {
      queue.add(new Telling.Watched(connection));
    }
  }
}
