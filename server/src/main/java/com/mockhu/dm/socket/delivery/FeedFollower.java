package com.mockhu.dm.socket.delivery;

import com.mockhu.dm.feed.log.Cursor;
import com.mockhu.dm.feed.log.FeedEvent;
import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.log.Subscriber;
import com.mockhu.dm.feed.replay.Replay;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.socket.transport.CloseCode;
import com.mockhu.dm.socket.transport.OutboundQueue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * One socket's place in its account's feed.
 *
 * <p>Invariant: the events a socket is given are those of the feed, in order, without a hole. What
 * comes before its turn waits; what is missing before it is read back from the database, unless it
 * comes by itself a moment later.
 *
 * <p>Threads: any. What is written is decided under this object's lock; nobody waits for the
 * network.
 */
public final class FeedFollower {
  /**
   * What another thread has committed is mostly on its way. Reading it back at once would cost the
   * most when the server has the least to spare, and keep it there.
   */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final UUID userId;
  private final OutboundQueue outbound;
  private final Replay replay;
  private final Executor threads;
  private final PendingAcks pending;
  private final OutOfOrderEvents early = new OutOfOrderEvents();

  private long epoch;
  private long position;

  /** The last event that is known to exist. */
  private long target;

  private long acknowledged;

  /** How often the client said where to begin; nothing is written before the first time. */
  private long beginnings;

  private boolean isReplaying;

  /** Until when the reading back waits for events to come by themselves; 0 for not at all. */
  private long graceEnd;

  /** The reference to give back with {@code caught_up}; null when none is owed. */
  private String caughtUpOwed;

  public FeedFollower(
      UUID userId, OutboundQueue outbound, Replay replay, Executor threads, PendingAcks pending) {
    this.userId = userId;
    this.outbound = outbound;
    this.replay = replay;
    this.threads = threads;
    this.pending = pending;
  }

  /** What was asked of the database, and under which circumstances. */
  private record Look(long from, long wanted, long beginnings) {}

  /**
   * Begins at {@code seq}: everything after it will be written.
   *
   * @param head the feed's newest event; what was committed since is offered
   * @param resumed the reference, as JSON or empty, to give back when caught up; null for a socket
   *     that did not ask
   */
  public synchronized void begin(long feedEpoch, long seq, long head, String resumed) {
    epoch = feedEpoch;
    position = seq;
    acknowledged = seq;
    beginnings++;
    early.clear();
    target = Math.max(target, head);
    caughtUpOwed = resumed;
    if (position >= target) {
      end();
    } else {
      graceEnd = 0;
      replay();
    }
  }

  /** Makes sure that events up to {@code head} come, where this node was told of none. */
  public synchronized void reach(long head) {
    target = Math.max(target, head);
    if (target > position && !isReplaying && beginnings > 0) {
      startReplay(true);
    }
  }

  public synchronized boolean hasBegun() {
    return beginnings > 0;
  }

  public synchronized String cursor() {
    return Cursor.at(epoch, position).text();
  }

  /** Events the client says have arrived: after {@code from}, up to {@code to}. */
  public record Arrived(long from, long to) {}

  /**
   * Takes a cumulative acknowledgement.
   *
   * @throws ApiException {@code invalid_cursor} for what this socket was never given
   */
  public synchronized Arrived arrived(String cursor) {
    long seq =
        Cursor.parse(cursor)
            .filter(known -> known.epoch() == epoch && known.seq() <= position)
            .map(Cursor::seq)
            .orElseThrow(
                () -> new ApiException(ErrorCode.INVALID_CURSOR, "cursor is not of this socket."));
    Arrived arrived = new Arrived(acknowledged, seq);
    acknowledged = Math.max(acknowledged, seq);
    return arrived;
  }

  /** As {@link Subscriber#offer}. */
  public synchronized Executor offer(long seq, UUID subjectId, Frame live) {
    target = Math.max(target, seq);
    if (beginnings == 0 || seq <= position) {
      return null;
    }
    if (live == null || outbound.isFull()) {
      startReplay(false);
      return null;
    }
    if (seq > position + 1) {
      early.add(new OutOfOrderEvents.Event(seq, subjectId, live));
      startReplay(true);
      return null;
    }
    put(seq, subjectId, live);
    putEarly();
    return outbound.eventLoop();
  }

  /** {@code mayCome}: what is missing may still be offered. */
  private void startReplay(boolean mayCome) {
    if (!mayCome) {
      graceEnd = 0;
      notifyAll();
    } else if (!isReplaying) {
      graceEnd = System.nanoTime() + GRACE_NANOS;
    }
    if (!isReplaying) {
      replay();
    }
  }

  private void replay() {
    isReplaying = true;
    threads.execute(this::readBack);
  }

  private void readBack() {
    try {
      awaitOffers();
      boolean isDry = false;
      Look look = look();
      while (!isAtEnd(look, isDry) && outbound.hasRoom()) {
        look = look();
        isDry = readPage(look);
      }
    } catch (RuntimeException e) {
      // Without the database nothing can be read back; the client resumes when it is there again.
      ErrorMapper.map(e);
      outbound.close(CloseCode.UNAVAILABLE);
    }
  }

  private synchronized void awaitOffers() {
    try {
      while (position < target && graceEnd != 0 && !outbound.isClosed()) {
        long left = graceEnd - System.nanoTime();
        if (left <= 0) {
          return;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Look look() {
    return new Look(position, target, beginnings);
  }

  /** True when there was nothing to read. */
  private boolean readPage(Look look) {
    List<Replay.Shown> page = replay.frames(userId, look.from);
    for (Replay.Shown shown : page) {
      // Waiting for the reader happens outside the lock: events go on being offered meanwhile.
      if (!outbound.hasRoom() || !putInTurn(shown, look)) {
        return false;
      }
    }
    return page.isEmpty();
  }

  /** False when the client asked to begin elsewhere in the meantime. */
  private synchronized boolean putInTurn(Replay.Shown shown, Look look) {
    boolean isCurrent = look.beginnings == beginnings;
    if (isCurrent && shown.event().seq() > position) {
      put(shown);
      putEarly();
    }
    return isCurrent;
  }

  private synchronized boolean isAtEnd(Look look, boolean isDry) {
    if (outbound.isClosed()) {
      return true;
    }
    boolean isCurrent = look.wanted == target && look.beginnings == beginnings;
    if (position < target && !(isDry && isCurrent)) {
      return false;
    }
    end();
    return true;
  }

  private void end() {
    isReplaying = false;
    if (caughtUpOwed != null) {
      String ref = caughtUpOwed.isEmpty() ? null : caughtUpOwed;
      outbound.write(ServerFrames.at("caught_up", ref, cursor()));
      caughtUpOwed = null;
    }
  }

  private void putEarly() {
    for (OutOfOrderEvents.Event next = early.after(position);
        next != null;
        next = early.after(position)) {
      put(next.seq(), next.subjectId(), next.frame());
    }
    if (graceEnd != 0 && position >= target) {
      graceEnd = 0;
      notifyAll();
    }
  }

  private void put(Replay.Shown shown) {
    FeedEvent event = shown.event();
    if (shown.frame().isPresent()) {
      put(event.seq(), event.subjectId(), shown.frame().get());
    } else {
      position = event.seq();
    }
  }

  private void put(long seq, UUID subjectId, Frame frame) {
    position = seq;
    String ref = pending.take(subjectId);
    outbound.write(
        ref == null
            ? frame.withCursor(cursor())
            : ServerFrames.ack(ref.isEmpty() ? null : ref, cursor(), frame.data()));
  }
}
