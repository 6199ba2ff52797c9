package com.mockhu.dm.feed;

import com.mockhu.dm.identity.session.AccessCheck;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.time.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Tells every socket, each interval, how far its feed goes. What another node committed and nobody
 * here was told of comes to light by this.
 *
 * <p>Threads: the scheduler's, which is its own, since asking the database may take a while.
 */
final class Heartbeat implements AutoCloseable {
  private static final int CHUNK = 1_000;
  private static final Duration TOKEN_CHECK = Duration.ofSeconds(1);

  private final Database database;
  private final FeedSql sql;
  private final Sockets sockets;
  private final AccessCheck access;
  private final Clock clock;
  private final Scheduler scheduler;

  Heartbeat(
      Database database,
      FeedSql sql,
      Sockets sockets,
      AccessCheck access,
      Clock clock,
      Scheduler scheduler) {
    this.access = access;
    this.clock = clock;
    this.scheduler = scheduler;
    this.database = database;
    this.sql = sql;
    this.sockets = sockets;
  }

  void start() {
    every(Session.HEARTBEAT, this::beat);
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
      endAccess(sessions);
    } catch (RuntimeException e) {
      // Pings must go on while the database is away: sockets are no less alive.
      ErrorMapper.map(e);
    }
    for (Session session : sessions) {
      session.beat(heads.getOrDefault(session.connection().userId(), 0L));
    }
  }

  /** Of those whose account or sign-in another node has ended. */
  private void endAccess(List<Session> sessions) {
    List<Connection> connections = sessions.stream().map(Session::connection).toList();
    access
        .ended(connections.stream().map(Connection::caller).toList())
        .forEach((place, ending) -> connections.get(place).close(code(ending)));
  }

  private static CloseCode code(AccessCheck.Ending ending) {
    return switch (ending) {
      case GONE -> CloseCode.ACCOUNT_GONE;
      case SIGNED_OUT -> CloseCode.TOKEN_ENDED;
    };
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
