package com.mockhu.dm.presence;

import com.mockhu.dm.conversation.Conversations;
import com.mockhu.dm.feed.FeedFeature;
import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.limit.FixedLimit;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.node.Nodes;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.presence.online.OnlineUsers;
import com.mockhu.dm.privacy.Blocks;
import com.mockhu.dm.privacy.PrivacyFeature;
import com.mockhu.dm.socket.SocketFeature;
import com.mockhu.dm.socket.connection.OpenSockets;
import com.mockhu.dm.socket.connection.SocketListeners;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/** Builds presence and typing. */
public final class PresenceFeature implements AutoCloseable {
  public static final List<Limit> LIMITS =
      List.of(
          new FixedLimit("watched_people", WatchFrames.MOST_WATCHED),
          new FixedLimit("presence_viewers", StatusFrames.MOST_TOLD),
          new FixedLimit("presence_per_second", StatusQueue.PEOPLE_A_SECOND),
          new FixedLimit("typing_per_second", 1));

  /** What a crash may cost of somebody's last_seen, at most. */
  private static final Duration ALIVE = Duration.ofMinutes(1);

  private final Database database;
  private final Executor threads;
  private final PeopleFeature people;
  private final FeedFeature feed;
  private final SocketFeature socket;
  private final OpenSockets sockets;
  private final Blocks blocks;
  private final Scheduler scheduler;
  private final OnlineUsers online;
  private final Presences presences;
  private final LastSeen lastSeen;
  private StatusQueue queue;
  private Typing typing;
  private PresenceView acquainted;

  /**
   * What presence runs on.
   *
   * @param scheduler passes for presence and typing alone
   */
  public record Tools(
      Executor threads,
      Clock clock,
      Scheduler scheduler,
      Nodes nodes,
      OnlineUsers.Registry registry) {}

  public PresenceFeature(
      Database database,
      PeopleFeature people,
      FeedFeature feed,
      SocketFeature socket,
      PrivacyFeature privacy,
      Tools tools) {
    this.database = database;
    this.threads = tools.threads;
    this.people = people;
    this.feed = feed;
    this.socket = socket;
    this.sockets = socket.open();
    this.blocks = privacy.blocks();
    this.scheduler = tools.scheduler;
    online =
        tools.registry.join(
            scheduler, this::isConnected, id -> feed.hints().tellAll(new Hint.PresenceChanged(id)));
    presences = new Presences(database, people.accounts(), privacy.blocks(), online::isOnline);
    lastSeen = new LastSeen(database, tools.clock, tools.nodes);
    people.listeners().add(new Accounts());
    privacy
        .blocks()
        .add(
            (t, batch, one, other, is) ->
                t.afterCommit(() -> feed.hints().tellAll(new Hint.BlockChanged(one, other))));
  }

  private boolean isConnected(UUID userId) {
    return !sockets.of(userId).isEmpty();
  }

  private final class Accounts implements AccountListener {
    @Override
    public void visibilityChanged(Transaction transaction, UUID userId) {
      transaction.afterCommit(() -> feed.hints().tellAll(new Hint.VisibilityChanged(userId)));
    }

    @Override
    public void deleting(Transaction transaction, UUID userId) throws SQLException {
      PresenceSql.remove(transaction, userId);
    }
  }

  private final class Presence implements SocketListeners.Listener {
    @Override
    public void opened(UUID userId) {
      online.opened(userId);
    }

    @Override
    public void lastClosed(UUID userId) {
      typing.left(userId);
      lastSeen.now(userId);
      online.lastClosed(userId);
    }
  }

  /** A block was made or lifted between the two. */
  private void parted(UUID one, UUID other) {
    typing.parted(one, other);
    reveal(new Telling.Between(one, other), one);
    reveal(new Telling.Between(other, one), other);
  }

  private void revealed(Hint.VisibilityChanged hint) {
    people.accounts().changed(hint.userId());
    reveal(new Telling.Reveal(hint.userId()), hint.userId());
  }

  private void listen(Hints hints) {
    hints.on(Hint.PresenceChanged.class, hint -> queue.add(new Telling.Change(hint.userId())));
    hints.on(Hint.VisibilityChanged.class, this::revealed);
    hints.on(Hint.BlockChanged.class, hint -> parted(hint.one(), hint.other()));
  }

  /** Of whoever is away nobody has anything to unlearn. */
  private void reveal(Telling telling, UUID about) {
    if (online.isOnline(about)) {
      queue.addFirst(telling);
    }
  }

  /** For showing people to those who have a conversation with them. */
  public PresenceView view() {
    return presences;
  }

  /** For showing people to anybody; once started. */
  public PresenceView acquainted() {
    return acquainted;
  }

  /** The rest, which needs conversations to be there. */
  public void start(Conversations conversations) {
    acquainted = new AcquaintedPresence(database, conversations, presences);
    typing = new Typing(database, sockets, conversations, blocks, scheduler, feed.hints());
    StatusFrames frames = new StatusFrames(database, sockets, conversations, presences);
    queue = new StatusQueue(frames::tell, feed.replay()::isBusy, Pace.system());
    listen(feed.hints());
    socket.frames().add("typing", typing);
    socket.frames().add("watch", new WatchFrames(queue));
    socket.listeners().add(new Presence());
    noteTheLiving();
  }

  /** Without those whose last socket here has closed: when they left is stored. */
  private Set<UUID> present() {
    return sockets.users();
  }

  private void noteTheLiving() {
    scheduler.after(
        ALIVE,
        () -> {
          threads.execute(() -> lastSeen.alive(present()));
          noteTheLiving();
        });
  }

  @Override
  public void close() {
    // A start that failed may not have come to it.
    if (queue != null) {
      queue.close();
    }
    scheduler.close();
    lastSeen.now(present());
    online.close();
    lastSeen.close();
  }
}
