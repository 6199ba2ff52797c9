package com.mockhu.dm.socket;

import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.socket.connection.AuthFrame;
import com.mockhu.dm.socket.connection.FrameRouter;
import com.mockhu.dm.socket.connection.Heartbeat;
import com.mockhu.dm.socket.connection.OpenSockets;
import com.mockhu.dm.socket.connection.PingFrame;
import com.mockhu.dm.socket.connection.ResumeFrame;
import com.mockhu.dm.socket.connection.SlowReaderGuard;
import com.mockhu.dm.socket.connection.SocketListeners;
import com.mockhu.dm.socket.connection.SocketServer;
import com.mockhu.dm.socket.revocation.CloseRevokedSockets;
import com.mockhu.dm.socket.revocation.RevocationCheck;
import java.util.List;

/** Builds the sockets. */
public final class SocketFeature implements AutoCloseable {
  private final FrameRouter router = new FrameRouter();
  private final SocketListeners listeners = new SocketListeners();
  private final OpenSockets open;
  private final SocketServer server;
  private final SocketEndpoint endpoint;
  private final Heartbeat heartbeat;
  private final CloseRevokedSockets revocation;

  public SocketFeature(
      Database database,
      SocketSettings settings,
      SocketServer.Tools tools,
      PeopleFeature people,
      IdentityFeature identity,
      FeedFeature feed) {
    open = new OpenSockets(feed.subscribers());
    server =
        new SocketServer(
            tools,
            open,
            feed.replay(),
            router,
            listeners,
            new SlowReaderGuard(settings.waitingBytes()));
    endpoint =
        new SocketEndpoint(
            identity.authenticator(), identity.tickets(), server, tools.limits(), tools.threads());
    heartbeat = new Heartbeat(database, feed.feed(), server, tools.clock(), tools.time());
    heartbeat.start();
    new RevocationCheck(server, identity.access(), tools.time()).start();
    router.add("ping", new PingFrame());
    router.add("resume", new ResumeFrame(feed.replay()));
    router.add("auth", new AuthFrame(identity.authenticator()));
    revocation = new CloseRevokedSockets(server, open, people.accounts(), feed.hints());
    listeners.add(revocation);
  }

  /** What this feature does when accounts are created, changed or deleted. */
  public List<AccountListener> accountListeners() {
    return List.of(revocation);
  }

  /** Closes the sockets of sessions that end. */
  public SessionListener sessionListener() {
    return revocation;
  }

  public OpenSockets open() {
    return open;
  }

  public FrameRouter frames() {
    return router;
  }

  public SocketListeners listeners() {
    return listeners;
  }

  public SocketEndpoint endpoint() {
    return endpoint;
  }

  public void addRoutes(Routes routes) {
    routes.open("GET", SocketEndpoint.PATH, request -> SocketEndpoint.requireUpgrade());
  }

  public void addMeters(Meters meters) {
    server.addMeters(meters);
  }

  /** New sockets are refused from now on; open ones stay. */
  public void stopWelcoming() {
    server.stop();
  }

  /** Tells every socket to come back elsewhere; close the feed first. */
  @Override
  public void close() {
    heartbeat.close();
    server.dismissAll();
  }
}
