package com.mockhu.dm.presence;

import com.mockhu.dm.platform.time.Scheduler;
import java.time.Duration;
import java.util.UUID;

/** One person's typing to another, or the short rest after it. */
final class Spell {
  static final Duration LAPSE = Duration.ofSeconds(6);
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final UUID peer;
  private final long shownAt;
  private final boolean isShown;
  private final boolean isOurs;
  private Scheduler.Task next = () -> {};

  /**
   * @param shownAt when the other one was last told of it, by the scheduler's time
   * @param isOurs whether the frame came to this server
   */
  Spell(UUID peer, long shownAt, boolean isShown, boolean isOurs) {
    this.isOurs = isOurs;
    this.peer = peer;
    this.shownAt = shownAt;
    this.isShown = isShown;
  }

  UUID peer() {
    return peer;
  }

  long shownAt() {
    return shownAt;
  }

  boolean isShown() {
    return isShown;
  }

  boolean isOurs() {
    return isOurs;
  }

  boolean isRecent(long now) {
    return now - shownAt < PAUSE.toNanos();
  }

  void then(Scheduler.Task task) {
    next = task;
  }

  void cancel() {
    next.cancel();
  }
}
