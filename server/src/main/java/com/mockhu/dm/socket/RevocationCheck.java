package com.mockhu.dm.socket;

import com.mockhu.dm.identity.session.AccessCheck;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.socket.connection.Connection;
import com.mockhu.dm.socket.connection.SocketServer;
import com.mockhu.dm.socket.transport.CloseCode;
import java.time.Duration;
import java.util.List;

/**
 * Closes the sockets of accounts and sessions that ended at another server whose hint was lost.
 *
 * <p>Threads: the scheduler's, which is that of the heartbeat: a check waits for the database.
 */
final class RevocationCheck {
  /** A revoked token may keep a socket for this long when the hint of its end is lost. */
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final int CHUNK = 1_000;

  private final SocketServer server;
  private final AccessCheck access;
  private final Scheduler scheduler;

  RevocationCheck(SocketServer server, AccessCheck access, Scheduler scheduler) {
    this.server = server;
    this.access = access;
    this.scheduler = scheduler;
  }

  /** Ends when the scheduler is closed. */
  void start() {
    scheduler.after(
        INTERVAL,
        () -> {
          start();
          check();
        });
  }

  private void check() {
    List<Connection> connections = server.connections();
    try {
      for (int from = 0; from < connections.size(); from += CHUNK) {
        check(connections.subList(from, Math.min(from + CHUNK, connections.size())));
      }
    } catch (RuntimeException e) {
      // The database is away; the next check finds what this one missed.
      Faults.log("The check of revoked sockets", e);
    }
  }

  private void check(List<Connection> connections) {
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
}
