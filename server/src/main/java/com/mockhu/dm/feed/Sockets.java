package com.mockhu.dm.feed;

import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.time.Scheduler;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sockets of this node: their opening, their watching, their end. */
final class Sockets {
  /** How many sockets of one person may be open, not how many a minute. */
  public static final RateLimit CONNECTIONS_PER_USER = new RateLimit("connections_per_user", 20);

  private static final Logger ACCESS = LoggerFactory.getLogger("com.mockhu.dm.access");

  private final Executor threads;
  private final Subscribers subscribers;
  private final Replay replay;
  private final FrameRouter router;
  private final RateLimits limits;
  private volatile boolean isStopping;
  private final Turnstile arrivals = new Turnstile();
  private final Scheduler time;
  private final SocketListeners listeners;
  private final Backlog backlog;
  private final SocketMeters meters = new SocketMeters();

  /** A little more than a socket is given that does not answer its close. */
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);

  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  Sockets(
      Executor threads,
      Subscribers subscribers,
      Replay replay,
      FrameRouter router,
      RateLimits limits,
      Scheduler time,
      SocketListeners listeners,
      Backlog backlog) {
    this.threads = threads;
    this.subscribers = subscribers;
    this.replay = replay;
    this.router = router;
    this.limits = limits;
    this.time = time;
    this.listeners = listeners;
    this.backlog = backlog;
  }

  /** Takes over an upgraded socket; on its event loop. */
  void open(ServerWebSocket socket, Caller caller, Optional<String> cursor) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    Wire wire = new Wire(context.channel(), meters);
    Connection connection = new Connection(Ids.next(), caller, wire, replay, threads);
    Lane lane = new Lane(threads, wire);
    Session session = new Session(connection, wire, lane, router, limits, time);
    sessions.add(session);
    meters.opened();
    // Registered before the head is read: an event committed in between is offered, not lost.
    subscribers.add(connection);
    FrameReader.takeOver(context, session, wire, () -> closed(session));
    if (isStopping) {
      session.dismiss();
    }
    makeRoom(caller.userId());
    lane.run(() -> greet(connection, cursor));
  }

  private void welcome(Connection connection, Optional<String> cursor) {
    if (connection.isOpen()) {
      listeners.opened(connection.userId());
      Resume.greet(connection, replay, cursor);
    }
  }

  SocketMeters meters() {
    return meters;
  }

  void addMeters(Meters all) {
    meters.addTo(all);
    backlog.addTo(all);
    all.gauge("dm_ws_connections", "Open sockets", sessions::size);
  }

  /** Called every second: closes slow readers when all of them together take too much. */
  void relieve() {
    backlog.relieve(sessions);
  }

  /** Where those who arrive wait their turn. */
  Turnstile arrivals() {
    return arrivals;
  }

  /** The oldest makes room for the newest: a person's last device is the one in their hands. */
  private void makeRoom(UUID userId) {
    int most = limits.most(CONNECTIONS_PER_USER);
    List<Connection> open =
        subscribers.of(userId).stream()
            .filter(Connection.class::isInstance)
            .map(Connection.class::cast)
            .filter(Connection::isOpen)
            .toList();
    for (int i = 0; i < open.size() - most; i++) {
      open.get(i).close(CloseCode.REPLACED);
    }
  }

  private void greet(Connection connection, Optional<String> cursor) {
    try {
      welcome(connection, cursor);
    } catch (RuntimeException e) {
      connection.close(endOf(ErrorMapper.map(e)));
    }
  }

  /** The account may have been deleted or disabled after its token was checked. */
  private static CloseCode endOf(ApiException failure) {
    boolean isGone =
        failure.code() == ErrorCode.UNAUTHORIZED || failure.code() == ErrorCode.ACCOUNT_DISABLED;
    return isGone ? CloseCode.ACCOUNT_GONE : CloseCode.UNAVAILABLE;
  }

  private void closed(Session session) {
    forget(session);
    note(session.connection());
    if (subscribers.remove(session.connection()) || isAway(session.connection().userId())) {
      threads.execute(() -> listeners.lastClosed(session.connection().userId()));
    }
  }

  /** The socket's line of the log, with {@code DM_LOG_REQUESTS}. */
  private static void note(Connection gone) {
    if (ACCESS.isInfoEnabled()) {
      ACCESS.info(
          "socket {} closed after {} s user {}", gone.id(), gone.age().toSeconds(), gone.userId());
    }
  }

  private void forget(Session session) {
    sessions.remove(session);
    if (isStopping) {
      synchronized (sessions) {
        sessions.notifyAll();
      }
    }
  }

  private boolean isAway(UUID userId) {
    return subscribers.of(userId).stream().noneMatch(Connection.class::isInstance);
  }

  Set<Session> sessions() {
    return sessions;
  }

  boolean isStopping() {
    return isStopping;
  }

  /** Takes no new sockets from now on. */
  void stop() {
    isStopping = true;
  }

  /** Tells all to come back elsewhere, and waits until they have gone or were cut off. */
  void dismissAll() {
    stop();
    sessions.forEach(Session::dismiss);
    long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
    synchronized (sessions) {
      try {
        for (long left = end - System.nanoTime(); !sessions.isEmpty() && left > 0; ) {
          TimeUnit.NANOSECONDS.timedWait(sessions, left);
          left = end - System.nanoTime();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
