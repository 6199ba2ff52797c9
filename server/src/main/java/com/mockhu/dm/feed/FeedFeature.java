package com.mockhu.dm.feed;

import com.mockhu.dm.feed.bus.Bus;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.feed.log.Feed;
import com.mockhu.dm.feed.log.Subscribers;
import com.mockhu.dm.feed.replay.EventSource;
import com.mockhu.dm.feed.replay.Replay;
import com.mockhu.dm.feed.replay.Snapshot;
import com.mockhu.dm.feed.replay.Sync;
import com.mockhu.dm.feed.replay.SyncEndpoint;
import com.mockhu.dm.feed.replay.SyncSection;
import com.mockhu.dm.identity.IdentityFeature;
import com.mockhu.dm.identity.session.AccessCheck;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.metric.MeterSource;
import com.mockhu.dm.platform.metric.Meters;
import java.time.Clock;
import java.util.List;

/** Builds the log of each account, its replay and sync. */
public final class FeedFeature implements AutoCloseable {
  public static final List<Limit> LIMITS = List.of(new FixedLimit("sync_page", Sync.PAGE));

  private final Subscribers subscribers = new Subscribers();
  private final Hints hints;
  private final Feed feed;
  private final Replay replay;
  private final Sync sync;
  private final Retention retention;
  private final AccountEvents accountEvents;
  private final AccessCheck access;

  /** What the feed runs on. */
  public record Tools(Clock clock, Bus bus, Leases leases) {}

  public FeedFeature(
      Database database, Tools tools, PeopleFeature people, IdentityFeature identity) {
    access = identity.access();
    hints = new Hints(tools.bus);
    feed = new Feed(subscribers, hints);
    replay = new Replay(database);
    sync = new Sync(database, replay);
    retention = new Retention(database, tools.clock, tools.leases);
    accountEvents = new AccountEvents(feed, people.accounts());
  }

  public Contribution contribution() {
    return new Contribution()
        .add(AccountListener.class, accountEvents)
        .add(EventSource.class, accountEvents)
        .add(SyncSection.class, AccountEvents.SETTINGS)
        .add(Snapshot.class, accountEvents)
        .add(
            RouteSource.class,
            routes ->
                routes.held("GET", "/v1/sync", new SyncEndpoint(sync, subscribers, access)::answer))
        .add(MeterSource.class, this::addMeters);
  }

  public void connect(Contributions all) {
    all.take(EventSource.class).forEach(replay::add);
    all.take(SyncSection.class).forEach(sync::add);
    all.take(Snapshot.class).forEach(sync::add);
  }

  public Feed feed() {
    return feed;
  }

  public Subscribers subscribers() {
    return subscribers;
  }

  public Replay replay() {
    return replay;
  }

  /** Hints between the servers over one database. */
  public Hints hints() {
    return hints;
  }

  private void addMeters(Meters meters) {
    feed.addMeters(meters);
    meters.gauge(
        "dm_replays_waiting",
        "Sockets that wait for their turn to read back what they missed",
        replay::waiting);
  }

  /** Every committed event has been offered to its subscribers when this returns. */
  @Override
  public void close() {
    retention.close();
    feed.close();
    hints.close();
  }
}
