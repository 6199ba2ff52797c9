package com.mockhu.dm.presence.online;

import com.mockhu.dm.platform.time.Scheduler;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** For the servers of one process. A person's changes happen one after the other. */
public final class MemoryPresence implements OnlineUsers.Registry {
  private static final OnlineState ONLINE = new OnlineState();

  private final List<Member> members = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<UUID, OnlineState> states = new ConcurrentHashMap<>();

  /** A person is online; {@code end} is the task that ends it after the grace. */
  private static final class OnlineState {
    private Scheduler.Task end = () -> {};
  }

  @Override
  public OnlineUsers join(
      Scheduler scheduler, Predicate<UUID> isConnected, Consumer<UUID> changed) {
    Member member = new Member(scheduler, isConnected, changed);
    members.add(member);
    return member;
  }

  private boolean isConnected(UUID userId) {
    for (Member member : members) {
      if (member.isConnected.test(userId)) {
        return true;
      }
    }
    return false;
  }

  private final class Member implements OnlineUsers {
    private final Scheduler scheduler;
    private final Predicate<UUID> isConnected;
    private final Consumer<UUID> changed;

    Member(Scheduler scheduler, Predicate<UUID> isConnected, Consumer<UUID> changed) {
      this.scheduler = scheduler;
      this.isConnected = isConnected;
      this.changed = changed;
    }

    @Override
    public boolean isOnline(UUID userId) {
      return states.containsKey(userId) || isConnected(userId);
    }

    @Override
    public void opened(UUID userId) {
      states.compute(userId, this::online);
    }

    /** The socket may be closed by now: lastClosed was then called before opened. */
    private OnlineState online(UUID userId, OnlineState before) {
      if (!isConnected(userId)) {
        return before;
      }
      if (before == null) {
        changed.accept(userId);
      } else {
        before.end.cancel();
      }
      return ONLINE;
    }

    @Override
    public void lastClosed(UUID userId) {
      // A closed member has handed its people over, and its timer has stopped.
      if (members.contains(this)) {
        leave(userId);
      }
    }

    private void leave(UUID userId) {
      states.computeIfPresent(userId, (id, state) -> isConnected(id) ? state : leaving(id, state));
    }

    private OnlineState leaving(UUID userId, OnlineState before) {
      before.end.cancel();
      OnlineState leaving = new OnlineState();
      leaving.end = scheduler.after(GRACE, () -> end(userId, leaving));
      return leaving;
    }

    /** Announced after the change: listeners look the person up at once. */
    private void end(UUID userId, OnlineState leaving) {
      if (isConnected(userId)) {
        states.replace(userId, leaving, ONLINE);
      } else if (states.remove(userId, leaving)) {
        changed.accept(userId);
      }
    }

    @Override
    public void close() {
      members.remove(this);
      members.stream().findFirst().ifPresent(heir -> states.keySet().forEach(heir::leave));
    }
  }
}
