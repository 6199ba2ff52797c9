package com.mockhu.dm.bench.abuse;

import com.mockhu.dm.bench.wire.Person;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * The attacked server, the attackers, and the duration.
 *
 * @param end by {@link System#nanoTime}
 */
record Target(Scene scene, long end) {
  /**
   * @param attackers people with good tokens, whom the server has not seen before
   * @param conversations of the first of them, with something unread in each
   */
  record Scene(URI server, List<Person> attackers, List<UUID> conversations) {}

  boolean isOver() {
    return System.nanoTime() >= end;
  }

  Person attacker(int number) {
    return scene.attackers().get(number % scene.attackers().size());
  }

  UUID conversation(int number) {
    return scene.conversations().get(number % scene.conversations().size());
  }

  HostileLine line() throws IOException {
    return HostileLine.to(scene.server());
  }

  /** Waits that long, or until the time is over. */
  void pause(long millis) throws InterruptedException {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left > 0) {
      Thread.sleep(Math.min(millis, left));
    }
  }
}
