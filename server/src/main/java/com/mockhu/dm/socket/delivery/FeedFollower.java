package com.mockhu.dm.socket.delivery;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.replay.Replay;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Faults;
import com.mockhu.dm.socket.delivery.FeedPosition.Event;
import com.mockhu.dm.socket.delivery.FeedPosition.Look;
import com.mockhu.dm.socket.delivery.FeedPosition.State;
import com.mockhu.dm.socket.transport.CloseCode;
import com.mockhu.dm.socket.transport.OutboundQueue;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Gives one socket the events of its account's feed: writes what {@link FeedPosition} lets through,
 * and reads from the database what it misses.
 *
 * <p>Threads: any. Decisions and writes happen under this object's lock, so in one order; nobody
 * waits for the network or the database while holding it. At most one thread reads back for a
 * socket.
 */
public final class FeedFollower {
  private final UUID userId;
  private final OutboundQueue outbound;
  private final Replay replay;
  private final Executor threads;
  private final PendingAcks pending;
  private final FeedPosition position = new FeedPosition();
  private boolean hasReader;

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

  /** Events the client says have arrived: after {@code from}, up to {@code to}. */
  public record Arrived(long from, long to) {}

  /**
   * Begins at {@code seq}: everything after it will be written.
   *
   * @param head the feed's newest event; those committed since are offered
   * @param resumed the reference, as JSON or empty, to give back when caught up; null for a socket
   *     that did not ask
   */
  public synchronized void begin(long epoch, long seq, long head, String resumed) {
    caughtUpOwed = resumed;
    position.begin(epoch, seq, head);
    proceed();
  }

  /** Makes sure that events up to {@code head} come, even if none of them was offered here. */
  public synchronized void reach(long head) {
    position.reach(head, System.nanoTime());
    proceed();
  }

  public synchronized boolean hasBegun() {
    return position.state() != State.UNPLACED;
  }

  public synchronized String cursor() {
    return position.cursor();
  }

  /**
   * Takes a cumulative acknowledgement.
   *
   * @throws ApiException {@code invalid_cursor} for what this socket was never given
   */
  public synchronized Arrived arrived(String cursor) {
    return position
        .acknowledge(cursor)
        .orElseThrow(
            () ->
                new ApiException(ErrorCode.INVALID_CURSOR, "cursor was not given to this socket."));
  }

  /** As {@link com.mockhu.dm.feed.log.Subscriber#offer}. */
  public synchronized Executor offer(long seq, UUID subjectId, Frame live) {
    Event event = new Event(seq, subjectId, live);
    List<Event> inTurn = position.offer(event, !outbound.isFull(), System.nanoTime());
    inTurn.forEach(this::write);
    proceed();
    return inTurn.isEmpty() ? null : outbound.eventLoop();
  }

  private void write(Event event) {
    String cursor = position.cursorAt(event.seq());
    String ref = pending.take(event.subjectId());
    outbound.write(
        ref == null
            ? event.frame().withCursor(cursor)
            : ServerFrames.ack(ref.isEmpty() ? null : ref, cursor, event.frame().data()));
  }

  /** Does what the position asks for after a change. */
  private void proceed() {
    switch (position.state()) {
      case UNPLACED -> {}
      case LIVE -> {
        writeCaughtUp();
        notifyAll();
      }
      case WAITING -> startReader();
      case REPLAYING -> {
        startReader();
        notifyAll();
      }
    }
  }

  private void writeCaughtUp() {
    if (caughtUpOwed != null) {
      String ref = caughtUpOwed.isEmpty() ? null : caughtUpOwed;
      outbound.write(ServerFrames.at("caught_up", ref, position.cursor()));
      caughtUpOwed = null;
    }
  }

  private void startReader() {
    if (!hasReader) {
      hasReader = true;
      threads.execute(this::readBack);
    }
  }

  private void readBack() {
    try {
      while (mustRead() && outbound.hasRoom()) {
        readPage();
      }
    } catch (RuntimeException e) {
      // Without the database nothing can be read back; the client resumes when it is there again.
      Faults.log("Reading back events", e);
      outbound.close(CloseCode.UNAVAILABLE);
    }
  }

  /** Waits while missing events may still be offered; false ends the reader. */
  private synchronized boolean mustRead() {
    awaitOffers();
    position.settle();
    if (position.state() == State.LIVE) {
      writeCaughtUp();
    }
    hasReader = position.state() == State.REPLAYING && !outbound.isClosed();
    return hasReader;
  }

  private void awaitOffers() {
    try {
      long left = position.graceLeft(System.nanoTime());
      while (left > 0 && !outbound.isClosed()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = position.graceLeft(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readPage() {
    Look look = look();
    List<Replay.Shown> page = replay.frames(userId, look.from());
    for (Replay.Shown shown : page) {
      // Waiting for the reader happens outside the lock: events go on being offered meanwhile.
      if (!outbound.hasRoom() || !writeReplayed(shown, look)) {
        return;
      }
    }
    if (page.isEmpty()) {
      foundNothing(look);
    }
  }

  private synchronized Look look() {
    return position.look();
  }

  private synchronized void foundNothing(Look look) {
    position.foundNothing(look);
  }

  /** False when the client asked to begin elsewhere in the meantime. */
  private synchronized boolean writeReplayed(Replay.Shown shown, Look look) {
    boolean isCurrent = position.isCurrent(look);
    if (isCurrent) {
      Frame frame = shown.frame().orElse(null);
      position
          .replayed(new Event(shown.event().seq(), shown.event().subjectId(), frame))
          .forEach(this::write);
    }
    return isCurrent;
  }
}
