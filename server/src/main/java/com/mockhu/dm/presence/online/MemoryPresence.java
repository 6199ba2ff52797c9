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
  private static final Stay STAYING = new Stay();

  private final List<Member> members = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<UUID, Stay> stays = new ConcurrentHashMap<>();

  /** A person is online; with a task when that is about to end. */
  private static final class Stay {
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
      return stays.containsKey(userId) || isConnected(userId);
    }

    @Override
    public void opened(UUID userId) {
      stays.compute(userId, this::staying);
    }

    /** The socket may be closed by now: then its end has been told before its beginning. */
    private Stay staying(UUID userId, Stay before) {
      if (!isConnected(userId)) {
        return before;
      }
      if (before == null) {
        changed.accept(userId);
      } else {
        before.end.cancel();
      }
      return STAYING;
    }

    @Override
    public void lastClosed(UUID userId) {
      // A server that has left handed its people over, and its timer runs no more.
      if (members.contains(this)) {
        leave(userId);
      }
    }

    private void leave(UUID userId) {
      stays.computeIfPresent(userId, (id, stay) -> isConnected(id) ? stay : leaving(id, stay));
    }

    private Stay leaving(UUID userId, Stay before) {
      before.end.cancel();
      Stay leaving = new Stay();
      leaving.end = scheduler.after(GRACE, () -> end(userId, leaving));
      return leaving;
    }

    /** Announced after it is so: who hears of it looks it up at once. */
    private void end(UUID userId, Stay leaving) {
      if (isConnected(userId)) {
        stays.replace(userId, leaving, STAYING);
      } else if (stays.remove(userId, leaving)) {
        changed.accept(userId);
      }
    }

    @Override
    public void close() {
      members.remove(this);
      members.stream().findFirst().ifPresent(heir -> stays.keySet().forEach(heir::leave));
    }
  }
}
