package com.mockhu.dm.socket;

import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.metric.MeterSource;
import com.mockhu.dm.socket.connection.AuthFrame;
import com.mockhu.dm.socket.connection.FrameRouter;
import com.mockhu.dm.socket.connection.FrameType;
import com.mockhu.dm.socket.connection.Heartbeat;
import com.mockhu.dm.socket.connection.OpenSockets;
import com.mockhu.dm.socket.connection.PingFrame;
import com.mockhu.dm.socket.connection.ResumeFrame;
import com.mockhu.dm.socket.connection.SlowReaderGuard;
import com.mockhu.dm.socket.connection.SocketListener;
import com.mockhu.dm.socket.connection.SocketServer;
import com.mockhu.dm.socket.transport.FrameReader;
import java.util.List;
import java.util.Set;

/** Builds the sockets. */
public final class SocketFeature implements AutoCloseable {
  /** Bytes of the largest message as a frame, with a margin. */
  private static final int LARGEST_SERVER_FRAME = 96 * 1024;

  public static final List<Limit> LIMITS =
      List.of(
          SocketServer.FRAMES_PER_MINUTE,
          SocketServer.CONNECTIONS_PER_USER,
          SocketEndpoint.HANDSHAKES_PER_ADDRESS_PER_MINUTE,
          new FixedLimit("frame", FrameReader.LARGEST_MESSAGE),
          new FixedLimit("server_frame", LARGEST_SERVER_FRAME));

  private final FrameRouter router = new FrameRouter();
  private final OpenSockets open;
  private final SocketServer server;
  private final SocketEndpoint endpoint;
  private final Heartbeat heartbeat;
  private final CloseRevokedSockets revocation;
  private final List<FrameType> protocol;

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
            tools, open, feed.replay(), router, new SlowReaderGuard(settings.waitingBytes()));
    endpoint =
        new SocketEndpoint(
            identity.authenticator(), identity.tickets(), server, tools.limits(), tools.threads());
    heartbeat = new Heartbeat(database, feed.feed(), server, tools.clock(), tools.time());
    heartbeat.start();
    new RevocationCheck(server, identity.access(), tools.time()).start();
    revocation = new CloseRevokedSockets(open, people.accounts(), feed.hints());
    protocol =
        List.of(
            new FrameType("ping", new PingFrame()),
            new FrameType("resume", new ResumeFrame(feed.replay())),
            new FrameType("auth", new AuthFrame(identity.authenticator())));
  }

  public Contribution contribution() {
    return new Contribution()
        .addAll(FrameType.class, protocol)
        .add(SocketListener.class, revocation)
        .add(AccountListener.class, revocation)
        .add(SessionListener.class, revocation)
        .add(
            RouteSource.class,
            routes ->
                routes.open("GET", SocketEndpoint.PATH, request -> SocketEndpoint.requireUpgrade()))
        .add(MeterSource.class, server::addMeters);
  }

  public void connect(Contributions all) {
    all.take(FrameType.class).forEach(router::add);
    all.take(SocketListener.class).forEach(server::add);
  }

  public OpenSockets open() {
    return open;
  }

  /** Names of all types of frames, for the test that compares them with the API documents. */
  public Set<String> frameTypes() {
    return router.types();
  }

  public SocketEndpoint endpoint() {
    return endpoint;
  }

  /** Refuses new sockets from now on; open ones stay. */
  public void stopWelcoming() {
    server.stop();
  }

  /**
   * Asks every client to reconnect elsewhere. Close the feed before: its last events go out first.
   */
  @Override
  public void close() {
    heartbeat.close();
    server.dismissAll();
  }
}
