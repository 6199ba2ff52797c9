package com.mockhu.dm.feed;

import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.limit.RateLimits;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The open sockets of this node: their opening, their watching, their end. */
final class Sockets {
  private final Vertx vertx;
  private final Executor threads;
  private final Subscribers subscribers;
  private final Replay replay;
  private final FrameRouter router;
  private final RateLimits limits;
  private final Clock clock;
  private final SocketListeners listeners;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  Sockets(
      Vertx vertx,
      Executor threads,
      Subscribers subscribers,
      Replay replay,
      FrameRouter router,
      RateLimits limits,
      Clock clock,
      SocketListeners listeners) {
    this.vertx = vertx;
    this.threads = threads;
    this.subscribers = subscribers;
    this.replay = replay;
    this.router = router;
    this.limits = limits;
    this.clock = clock;
    this.listeners = listeners;
  }

  /** Takes over an upgraded socket; on its event loop. */
  void open(ServerWebSocket socket, Caller caller, Optional<String> cursor) {
    Wire wire = new Wire(vertx, socket);
    Connection connection = new Connection(Ids.next(), caller, wire, replay, threads);
    Context loop = Vertx.currentContext();
    Lane lane =
        new Lane(
            threads,
            () -> loop.runOnContext(ignored -> socket.pause()),
            () -> loop.runOnContext(ignored -> socket.resume()));
    Session session = new Session(connection, wire, lane, router, limits, clock);
    socket.textMessageHandler(session::receive);
    socket.binaryMessageHandler(ignored -> wire.close(CloseCode.BINARY));
    socket.pongHandler(ignored -> session.heard());
    socket.exceptionHandler(wire::fail);
    BrokenFrames.watch(socket, wire);
    socket.closeHandler(ignored -> closed(session, wire));
    sessions.add(session);
    // Registered before the head is read: an event committed in between is offered, not lost.
    subscribers.add(connection);
    endWithToken(connection, caller);
    lane.run(() -> greet(connection, cursor));
  }

  private void greet(Connection connection, Optional<String> cursor) {
    try {
      Resume.greet(connection, replay, cursor);
      listeners.opened(connection.userId());
    } catch (RuntimeException e) {
      connection.fail(null, e);
      connection.close(CloseCode.GOING_AWAY);
    }
  }

  private void closed(Session session, Wire wire) {
    wire.closedByPeer();
    sessions.remove(session);
    if (subscribers.remove(session.connection()) || isAway(session.connection().userId())) {
      threads.execute(() -> listeners.lastClosed(session.connection().userId()));
    }
  }

  private boolean isAway(UUID userId) {
    return subscribers.of(userId).stream().noneMatch(Connection.class::isInstance);
  }

  /** Closes the socket the moment its token ends, unless it was renewed by then. */
  void endWithToken(Connection connection, Caller caller) {
    if (caller.expiresAt() == null) {
      return;
    }
    long millis = Duration.between(clock.instant(), caller.expiresAt()).toMillis();
    vertx.setTimer(
        Math.clamp(millis, 1, Integer.MAX_VALUE),
        ignored -> {
          if (connection.caller() == caller) {
            connection.close(CloseCode.TOKEN_ENDED);
          }
        });
  }

  Set<Session> sessions() {
    return sessions;
  }

  void closeAll(CloseCode code) {
    sessions.forEach(session -> session.connection().close(code));
  }
}
