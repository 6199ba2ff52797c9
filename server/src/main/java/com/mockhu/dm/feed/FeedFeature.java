package com.mockhu.dm.feed;

import com.mockhu.dm.feed.bus.Bus;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.identity.session.AccessCheck;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.time.Scheduler;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

/** Builds the feed and its two transports. */
public final class FeedFeature implements AutoCloseable {
  private final Subscribers subscribers = new Subscribers();
  private final Hints hints;
  private final Feed feed;
  private final FrameRouter router = new FrameRouter();
  private final SocketListeners listeners = new SocketListeners();
  private final Replay replay;
  private final Sync sync;
  private final Sockets sockets;
  private final SocketEndpoint endpoint;
  private final Heartbeat heartbeat;
  private final Retention retention;
  private final AccountEvents accountEvents;
  private final AccessCheck access;

  /**
   * What the feed runs on.
   *
   * @param heartbeat passes for heartbeats alone
   */
  public record Tools(
      Executor threads,
      RateLimits limits,
      Clock clock,
      Scheduler heartbeat,
      Bus bus,
      Leases leases) {}

  public FeedFeature(
      Database database,
      FeedSettings settings,
      Tools tools,
      PeopleFeature people,
      IdentityFeature identity) {
    access = identity.access();
    hints = new Hints(tools.bus);
    feed = new Feed(subscribers, hints);
    replay = new Replay(database, feed.sql());
    sync = new Sync(database, feed.sql(), replay);
    Backlog backlog = new Backlog(settings.waitingBytes());
    sockets =
        new Sockets(
            tools.threads,
            subscribers,
            replay,
            router,
            tools.limits,
            tools.heartbeat,
            listeners,
            backlog);
    endpoint =
        new SocketEndpoint(
            identity.authenticator(), identity.tickets(), sockets, tools.limits, tools.threads);
    heartbeat = new Heartbeat(database, feed.sql(), sockets, access, tools.clock, tools.heartbeat);
    heartbeat.start();
    retention = new Retention(database, tools.clock, tools.leases);
    router.add("ping", new Ping());
    router.add("resume", new Resume(replay));
    router.add("auth", new Renewal(identity.authenticator()));
    accountEvents = new AccountEvents(feed, sockets, people.accounts(), hints);
    addSource(accountEvents);
    listeners.add(accountEvents);
    addSnapshot(accountEvents);
  }

  /** What this feature does when accounts are created, changed or deleted. */
  public List<AccountListener> accountListeners() {
    return List.of(accountEvents);
  }

  /** Closes the sockets of sessions that end. */
  public SessionListener sessionListener() {
    return accountEvents;
  }

  public Feed feed() {
    return feed;
  }

  /** What this server and others over the same database tell each other at once. */
  public Hints hints() {
    return hints;
  }

  public FrameRouter frames() {
    return router;
  }

  public SocketListeners sockets() {
    return listeners;
  }

  public SocketEndpoint socketEndpoint() {
    return endpoint;
  }

  /** Whether many sockets are reading back what they missed; what can wait should wait then. */
  public boolean isCatchingUp() {
    return replay.isBusy();
  }

  public void addSource(EventSource source) {
    replay.add(source);
  }

  public void addSnapshot(Snapshot snapshot) {
    sync.add(snapshot);
  }

  public void addRoutes(Routes routes) {
    routes.open("GET", SocketEndpoint.PATH, request -> SocketEndpoint.requireUpgrade());
    routes.held("GET", "/v1/sync", new SyncEndpoint(sync, subscribers, access)::answer);
  }

  public void addMeters(Meters meters) {
    feed.addMeters(meters);
    sockets.addMeters(meters);
    meters.gauge(
        "dm_replays_waiting",
        "Sockets that wait for their turn to read back what they missed",
        replay::waiting);
  }

  /** New sockets are refused from now on; open ones stay. */
  public void stopWelcoming() {
    sockets.stop();
  }

  /** Tells every socket to come back elsewhere; what is committed has been told before. */
  @Override
  public void close() {
    heartbeat.close();
    retention.close();
    feed.close();
    hints.close();
    sockets.dismissAll();
  }
}
