package com.mockhu.dm.feed;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ErrorMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells every socket, each interval, how far its feed goes. What another node committed and nobody
 * here was told of comes to light by this.
 */
final class Heartbeat implements AutoCloseable {
  private static final int CHUNK = 1_000;

  private final Database database;
  private final FeedSql sql;
  private final Sockets sockets;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("heartbeat").factory());

  Heartbeat(Database database, FeedSql sql, Sockets sockets, Clock clock) {
    this.clock = clock;
    this.database = database;
    this.sql = sql;
    this.sockets = sockets;
    long seconds = Session.HEARTBEAT.toSeconds();
    timer.scheduleAtFixedRate(this::beat, seconds, seconds, TimeUnit.SECONDS);
    timer.scheduleAtFixedRate(this::endWithTokens, 1, 1, TimeUnit.SECONDS);
  }

  private void endWithTokens() {
    Instant now = clock.instant();
    sockets.sessions().forEach(session -> session.endWithToken(now));
    sockets.relieve();
  }

  private void beat() {
    List<Session> sessions = List.copyOf(sockets.sessions());
    for (int from = 0; from < sessions.size(); from += CHUNK) {
      beat(sessions.subList(from, Math.min(from + CHUNK, sessions.size())));
    }
  }

  private void beat(List<Session> sessions) {
    List<UUID> users = sessions.stream().map(s -> s.connection().userId()).distinct().toList();
    Map<UUID, Long> heads = new HashMap<>();
    try {
      heads = database.read(transaction -> sql.heads(transaction, users));
    } catch (RuntimeException e) {
      // Pings must go on while the database is away: sockets are no less alive.
      ErrorMapper.map(e);
    }
    for (Session session : sessions) {
      session.beat(heads.getOrDefault(session.connection().userId(), 0L));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
