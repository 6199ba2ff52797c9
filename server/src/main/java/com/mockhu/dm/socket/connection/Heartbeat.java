package com.mockhu.dm.socket.connection;

import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.time.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Pings every socket and tells it the newest number of its feed. So events of another server whose
 * hint was lost arrive within one interval.
 *
 * <p>Threads: the scheduler's; nothing else runs on it, because the database may block it.
 */
public final class Heartbeat implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofSeconds(30);

  private static final int CHUNK = 1_000;
  private static final Duration TOKEN_CHECK = Duration.ofSeconds(1);

  private final Database database;
  private final Feed feed;
  private final SocketServer server;
  private final Clock clock;
  private final Scheduler scheduler;

  public Heartbeat(
      Database database, Feed feed, SocketServer server, Clock clock, Scheduler scheduler) {
    this.clock = clock;
    this.scheduler = scheduler;
    this.database = database;
    this.feed = feed;
    this.server = server;
  }

  public void start() {
    every(INTERVAL, this::beat);
    every(TOKEN_CHECK, this::endWithTokens);
  }

  private void every(Duration interval, Runnable work) {
    scheduler.after(
        interval,
        () -> {
          every(interval, work);
          work.run();
        });
  }

  private void endWithTokens() {
    Instant now = clock.instant();
    server.dispatchers().forEach(one -> one.endWithToken(now));
    server.relieve();
  }

  private void beat() {
    List<FrameDispatcher> dispatchers = List.copyOf(server.dispatchers());
    for (int from = 0; from < dispatchers.size(); from += CHUNK) {
      beat(dispatchers.subList(from, Math.min(from + CHUNK, dispatchers.size())));
    }
  }

  private void beat(List<FrameDispatcher> dispatchers) {
    List<UUID> users = dispatchers.stream().map(s -> s.connection().userId()).distinct().toList();
    Map<UUID, Long> heads = new HashMap<>();
    try {
      heads = database.read(transaction -> feed.heads(transaction, users));
    } catch (RuntimeException e) {
      // Pings continue while the database is away: the sockets are still alive.
      Faults.log("The heartbeat", e);
    }
    for (FrameDispatcher one : dispatchers) {
      one.beat(heads.getOrDefault(one.connection().userId(), 0L));
    }
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
