package com.mockhu.dm.presence;

import com.mockhu.dm.feed.bus.Hint;
import com.mockhu.dm.feed.bus.Hints;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.people.account.AccountListener;
import com.mockhu.dm.people.account.AccountStage;
import com.mockhu.dm.people.profile.PresenceView;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.node.Nodes;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.presence.online.OnlineUsers;
import com.mockhu.dm.privacy.BlockListener;
import com.mockhu.dm.privacy.Blocks;
import com.mockhu.dm.socket.connection.OpenSockets;
import com.mockhu.dm.socket.connection.SocketListener;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * Tracks who is online and when people were last seen. Knows no conversations, which show presence
 * themselves; {@link PresenceFeature} announces changes.
 */
public final class PresenceTracker implements AutoCloseable {
  /** The most that a crash takes from somebody's {@code last_seen}. */
  private static final Duration ALIVE = Duration.ofMinutes(1);

  private final Tools tools;
  private final OpenSockets sockets;
  private final Hints hints;
  private final OnlineUsers online;
  private final VisiblePresence presences;
  private final LastSeen lastSeen;

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

  public PresenceTracker(
      Database database,
      PeopleFeature people,
      Hints hints,
      OpenSockets sockets,
      Blocks blocks,
      Tools tools) {
    this.tools = tools;
    this.sockets = sockets;
    this.hints = hints;
    online =
        tools.registry.join(
            tools.scheduler,
            userId -> !sockets.of(userId).isEmpty(),
            userId -> hints.tellAll(new Hint.PresenceChanged(userId)));
    presences = new VisiblePresence(database, people.accounts(), blocks, online::isOnline);
    lastSeen = new LastSeen(database, tools.clock, tools.nodes);
    storeSignsOfLife();
  }

  public Contribution contribution() {
    BlockListener blocks =
        (transaction, batch, one, other, isBlocked) ->
            transaction.afterCommit(() -> hints.tellAll(new Hint.BlockChanged(one, other)));
    return new Contribution()
        .add(AccountListener.class, new Accounts())
        .add(BlockListener.class, blocks)
        .add(SocketListener.class, new Sockets());
  }

  private final class Accounts implements AccountListener {
    @Override
    public AccountStage stage() {
      return AccountStage.OWN_ROWS;
    }

    @Override
    public void visibilityChanged(Transaction transaction, UUID userId) {
      transaction.afterCommit(() -> hints.tellAll(new Hint.VisibilityChanged(userId)));
    }

    @Override
    public void deleting(Transaction transaction, UUID userId) throws SQLException {
      PresenceSql.remove(transaction, userId);
    }
  }

  private final class Sockets implements SocketListener {
    @Override
    public void opened(UUID userId) {
      online.opened(userId);
    }

    @Override
    public void lastClosed(UUID userId) {
      // Stored first: people who see somebody leave ask for the time at once.
      lastSeen.now(userId);
      online.lastClosed(userId);
    }
  }

  boolean isOnline(UUID userId) {
    return online.isOnline(userId);
  }

  VisiblePresence presences() {
    return presences;
  }

  /** For showing people to those who have a conversation with them. */
  public PresenceView view() {
    return presences;
  }

  private void storeSignsOfLife() {
    tools.scheduler.after(
        ALIVE,
        () -> {
          // Without those whose last socket here has closed: when they left is stored.
          tools.threads.execute(() -> lastSeen.alive(sockets.users()));
          storeSignsOfLife();
        });
  }

  @Override
  public void close() {
    tools.scheduler.close();
    lastSeen.now(sockets.users());
    online.close();
    lastSeen.close();
  }
}
