package com.mockhu.dm.presence.online;

import com.mockhu.dm.platform.time.Scheduler;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One server's part in who is online: from the first socket until {@link #GRACE} after the last
 * one, so that a phone on a bad line neither comes nor goes (behaviour §7.14). Every implementation
 * passes {@code OnlineUsersContract}.
 */
public interface OnlineUsers extends AutoCloseable {
  Duration GRACE = Duration.ofSeconds(10);

  /** What all servers of a cluster take part in. */
  @FunctionalInterface
  interface Registry {
    /**
     * @param isConnected whether the person has a socket at the joining server now
     * @param changed told of a person who came or went, after it is so, by one of all servers; must
     *     not block
     */
    OnlineUsers join(Scheduler scheduler, Predicate<UUID> isConnected, Consumer<UUID> changed);
  }

  boolean isOnline(UUID userId);

  /** A socket has opened here; it may be closed by now. */
  void opened(UUID userId);

  /** The last socket here has closed; another may be open by now. */
  void lastClosed(UUID userId);

  /** This server stops: people without a socket at another go offline after their grace. */
  @Override
  void close();
}
