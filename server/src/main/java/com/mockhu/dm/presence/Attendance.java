package com.mockhu.dm.presence;

import com.mockhu.dm.platform.time.Scheduler;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who is here: from the first socket until some seconds after the last one, so that a phone on a
 * bad line neither comes nor goes (behaviour §7.14). Each change is told once.
 *
 * <p>Threads: any; nothing here blocks. A person's changes happen one after the other.
 */
final class Attendance {
  static final Duration GRACE = Duration.ofSeconds(10);

  private static final Stay STAYING = new Stay();

  private final Scheduler scheduler;
  private final Predicate<UUID> isConnected;
  private final Consumer<UUID> changed;
  private final ConcurrentHashMap<UUID, Stay> stays = new ConcurrentHashMap<>();

  /** Somebody's being here; with a task when it is about to end. */
  private static final class Stay {
    private Scheduler.Task end = () -> {};
  }

  /** {@code changed} is told of whoever has come or gone, and must not block. */
  Attendance(Scheduler scheduler, Predicate<UUID> isConnected, Consumer<UUID> changed) {
    this.scheduler = scheduler;
    this.isConnected = isConnected;
    this.changed = changed;
  }

  boolean isHere(UUID userId) {
    return stays.containsKey(userId) || isConnected.test(userId);
  }

  Set<UUID> all() {
    return Set.copyOf(stays.keySet());
  }

  void opened(UUID userId) {
    stays.compute(userId, this::staying);
  }

  /** The socket may be closed by now: then its end has been told before its beginning. */
  private Stay staying(UUID userId, Stay before) {
    if (!isConnected.test(userId)) {
      return before;
    }
    if (before == null) {
      changed.accept(userId);
    } else {
      before.end.cancel();
    }
    return STAYING;
  }

  void lastClosed(UUID userId) {
    stays.computeIfPresent(userId, (id, stay) -> isConnected.test(id) ? stay : leaving(id));
  }

  private Stay leaving(UUID userId) {
    Stay leaving = new Stay();
    leaving.end = scheduler.after(GRACE, () -> end(userId, leaving));
    return leaving;
  }

  /**
   * Told only once it is so: whoever is told looks it up at once, and would see them still here.
   */
  private void end(UUID userId, Stay leaving) {
    if (isConnected.test(userId)) {
      stays.replace(userId, leaving, STAYING);
    } else if (stays.remove(userId, leaving)) {
      changed.accept(userId);
    }
  }
}
