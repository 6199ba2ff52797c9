package com.mockhu.dm.presence.online;

import com.mockhu.dm.platform.time.Scheduler;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One server's part in who is online: from the first socket until {@link #GRACE} after the last
 * one, so that a short loss of connection is not shown (behaviour §7.14). Every implementation
 * passes {@code OnlineUsersContract}.
 */
public interface OnlineUsers extends AutoCloseable {
  Duration GRACE = Duration.ofSeconds(10);

  /** The presence of all servers over one database. */
  @FunctionalInterface
  interface Registry {
    /**
     * @param isConnected whether the person has a socket at the joining server now
     * @param changed called after a person went online or offline, at one of the servers; must not
     *     block
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
