package com.mockhu.dm.file.inspect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides whose file is checked next. The person whose files took the least time lately comes
 * first, and a person gets a second slot only when no other waits. One slot is reserved for people
 * with quick files, so that a photo never waits for bombs. Not thread-safe; {@code now} is in
 * nanoseconds.
 */
final class FairSlots {
  /** Twenty photos of 12 megapixels; a bomb takes twice as long before it is killed. */
  static final long HEAVY = 10_000_000_000L;

  /** After this time, used time counts half. */
  static final long HALF_LIFE = 60_000_000_000L;

  private static final long FORGOTTEN = HEAVY / 100;

  private final int places;
  private final List<Turn> waiting = new ArrayList<>();
  private final List<Turn> running = new ArrayList<>();
  private final Map<UUID, Usage> usage = new HashMap<>();

  /** One file of a person, from its arrival to its end. */
  static final class Turn {
    private final UUID person;
    private long begun;

    private Turn(UUID person) {
      this.person = person;
    }
  }

  private record Usage(double spent, long at) {
    double after(long now) {
      return spent * Math.pow(0.5, (double) (now - at) / HALF_LIFE);
    }
  }

  FairSlots(int places) {
    this.places = places;
  }

  Turn enter(UUID person) {
    Turn turn = new Turn(person);
    waiting.add(turn);
    return turn;
  }

  /** The turn that begins now, if a slot is free for one. */
  Optional<Turn> next(long now) {
    Turn best = null;
    for (Turn turn : waiting) {
      boolean isBetter = best == null || spent(turn.person, now) < spent(best.person, now);
      if (isBetter && mayBegin(turn, now)) {
        best = turn;
      }
    }
    if (best != null) {
      waiting.remove(best);
      running.add(best);
      best.begun = now;
    }
    return Optional.ofNullable(best);
  }

  private boolean mayBegin(Turn turn, long now) {
    boolean isHeavy = isHeavy(turn.person, now);
    boolean isSecond = running.stream().anyMatch(each -> each.person.equals(turn.person));
    boolean isAlone = waiting.stream().allMatch(each -> each.person.equals(turn.person));
    long heavy = running.stream().filter(each -> isHeavy(each.person, now)).count();
    return running.size() < places
        && (!isSecond || isAlone && !isHeavy)
        && (!isHeavy || heavy < Math.max(1, places - 1));
  }

  private boolean isHeavy(UUID person, long now) {
    return spent(person, now) >= HEAVY;
  }

  /** The used time in nanoseconds, including running turns. */
  private double spent(UUID person, long now) {
    Usage before = usage.get(person);
    double spent = before == null ? 0 : before.after(now);
    for (Turn turn : running) {
      spent += turn.person.equals(person) ? now - turn.begun : 0;
    }
    return spent;
  }

  /** Gives the slot back, or stops waiting for one. */
  void leave(Turn turn, long now) {
    if (running.contains(turn)) {
      double before = usage.getOrDefault(turn.person, new Usage(0, now)).after(now);
      usage.put(turn.person, new Usage(before + now - turn.begun, now));
    }
    running.remove(turn);
    waiting.remove(turn);
    usage.values().removeIf(each -> each.after(now) < FORGOTTEN);
  }

  int waiting() {
    return waiting.size();
  }

  int running() {
    return running.size();
  }
}
