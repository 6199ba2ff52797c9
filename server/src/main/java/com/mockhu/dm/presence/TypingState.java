package com.mockhu.dm.presence;

import com.mockhu.dm.platform.time.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One person's typing in a conversation, or the pause after it. */
final class TypingState {
  static final Duration LAPSE = Duration.ofSeconds(6);
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final List<UUID> audience;
  private final long shownAt;
  private final boolean isShown;
  private final boolean isOurs;
  private Scheduler.Task next = () -> {};

  /**
   * @param audience who is shown it
   * @param shownAt when they were last shown a change, by the scheduler's time
   * @param isOurs whether the frame came to this server
   */
  TypingState(List<UUID> audience, long shownAt, boolean isShown, boolean isOurs) {
    this.isOurs = isOurs;
    this.audience = audience;
    this.shownAt = shownAt;
    this.isShown = isShown;
  }

  List<UUID> audience() {
    return audience;
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
