package com.mockhu.dm.socket.delivery;

import com.mockhu.dm.feed.log.Cursor;
import com.mockhu.dm.feed.log.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * One socket's place in its account's feed: decides which events may be written now, and when the
 * missing ones have to be read from the database. It does neither itself.
 *
 * <p>Invariant: the events that it returns are those of the feed, in order and without gaps.
 *
 * <p>States and transitions:
 *
 * <pre>
 * UNPLACED   --begin-----------------------------------> LIVE, or REPLAYING when behind
 * LIVE       --an event before its turn, a newer head--> WAITING
 * LIVE       --an event that must be read--------------> REPLAYING
 * WAITING    --all missing events were offered---------> LIVE
 * WAITING    --the grace is over, or as from LIVE------> REPLAYING
 * REPLAYING  --nothing is missing any more-------------> LIVE
 * any        --begin-----------------------------------> LIVE, or REPLAYING when behind
 * </pre>
 *
 * <p>Not thread-safe. Times are those of {@link System#nanoTime}.
 */
final class FeedPosition {
  /**
   * Events of another writer's commit mostly follow within milliseconds. Reading them back at once
   * would cost the most when the server is busiest, and keep it busy.
   */
  static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  enum State {
    /** No event is written before the client has a position. */
    UNPLACED,
    /** Everything that was offered has been written. */
    LIVE,
    /** Events are missing that will probably be offered within the grace. */
    WAITING,
    /** Missing events are read from the database. */
    REPLAYING
  }

  /** A frame that is null has to be read from the database. */
  record Event(long seq, UUID subjectId, Frame frame) {}

  /** What was to be read, and under which circumstances. */
  record Look(long from, long wanted, long beginnings) {}

  private final OutOfOrderEvents early = new OutOfOrderEvents();
  private State state = State.UNPLACED;
  private long epoch;

  /** The last event that was written or shows nothing. */
  private long position;

  /** The last event that is known to exist. */
  private long target;

  private long acknowledged;

  /** How often the client said where to begin: what was read for an earlier beginning is void. */
  private long beginnings;

  private long graceEnd;

  State state() {
    return state;
  }

  String cursor() {
    return cursorAt(position);
  }

  String cursorAt(long seq) {
    return Cursor.at(epoch, seq).text();
  }

  /** {@code head}: the newest event; those committed since are offered. */
  void begin(long feedEpoch, long seq, long head) {
    epoch = feedEpoch;
    position = seq;
    acknowledged = seq;
    beginnings++;
    early.clear();
    target = Math.max(target, head);
    state = position < target ? State.REPLAYING : State.LIVE;
  }

  /** The feed has events up to {@code head}, which may not have been offered. */
  void reach(long head, long now) {
    target = Math.max(target, head);
    if (position < target) {
      await(now);
    }
  }

  /**
   * @param canWrite false while the reader is behind: then even an event in its turn has to be read
   *     later
   * @return the events to write now
   */
  List<Event> offer(Event event, boolean canWrite, long now) {
    target = Math.max(target, event.seq);
    if (state == State.UNPLACED || event.seq <= position) {
      return List.of();
    }
    if (event.frame == null || !canWrite) {
      state = State.REPLAYING;
      return List.of();
    }
    if (event.seq > position + 1) {
      early.add(event);
      await(now);
      return List.of();
    }
    return inTurn(event);
  }

  private void await(long now) {
    if (state == State.LIVE) {
      state = State.WAITING;
      graceEnd = now + GRACE_NANOS;
    }
  }

  private List<Event> inTurn(Event event) {
    position = event.seq;
    Event next = early.after(position);
    List<Event> all = next == null ? List.of(event) : withEarly(event, next);
    if (state == State.WAITING && position >= target) {
      state = State.LIVE;
    }
    return all;
  }

  private List<Event> withEarly(Event event, Event second) {
    List<Event> all = new ArrayList<>(List.of(event));
    for (Event next = second; next != null; next = early.after(position)) {
      all.add(next);
      position = next.seq;
    }
    return all;
  }

  /** How long the grace still lasts; 0 when it is over, and then events are read. */
  long graceLeft(long now) {
    if (state == State.WAITING && graceEnd - now <= 0) {
      state = State.REPLAYING;
    }
    return state == State.WAITING ? graceEnd - now : 0;
  }

  /** Ends the replay when nothing is missing any more. */
  void settle() {
    if (state == State.REPLAYING && position >= target) {
      state = State.LIVE;
    }
  }

  Look look() {
    return new Look(position, target, beginnings);
  }

  /** Whether what was read for {@code look} is still wanted. */
  boolean isCurrent(Look look) {
    return look.beginnings == beginnings;
  }

  /** An event was read back; a frame that is null now shows nothing. Returns those to write. */
  List<Event> replayed(Event event) {
    if (event.seq <= position) {
      return List.of();
    }
    return inTurn(event).stream().filter(each -> each.frame != null).toList();
  }

  /** Nothing was found after {@code look}: events that are still missing do not exist. */
  void foundNothing(Look look) {
    if (state == State.REPLAYING && isCurrent(look) && look.wanted == target) {
      state = State.LIVE;
    }
  }

  /** Takes a cumulative acknowledgement; empty for a cursor that was never given out here. */
  Optional<FeedFollower.Arrived> acknowledge(String cursor) {
    return Cursor.parse(cursor)
        .filter(known -> known.epoch() == epoch && known.seq() <= position)
        .map(known -> acknowledge(known.seq()));
  }

  private FeedFollower.Arrived acknowledge(long seq) {
    FeedFollower.Arrived arrived = new FeedFollower.Arrived(acknowledged, seq);
    acknowledged = Math.max(acknowledged, seq);
    return arrived;
  }
}
