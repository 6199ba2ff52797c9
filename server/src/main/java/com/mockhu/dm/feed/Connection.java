package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.json.Json;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * One open socket as features see it, and its place in the account's feed.
 *
 * <p>Invariant: the events a socket is given are those of the feed, in order, without a hole: an
 * event that is not the next one is not written, but starts a reading back from the database.
 *
 * <p>Threads: any. What is written is decided under this object's lock; nobody waits for the
 * network.
 */
public final class Connection implements Subscriber {
  private final UUID id;
  private final UUID userId;
  private final Wire wire;
  private final Replay replay;
  private final Executor threads;

  /** Null while nothing is awaited, as at rest. */
  private Map<UUID, String> awaited;

  private volatile Caller caller;
  private long epoch;
  private long position;
  private long target;
  private long acknowledged;

  /** How often the client said where to begin. */
  private long beginnings;

  private boolean isReplaying = true;

  /** Whose presence the client asked for; null until it does, and then everybody's. */
  private volatile Set<UUID> watched;

  /** The reference to give back with {@code caught_up}; null when none is owed. */
  private String caughtUpOwed;

  Connection(UUID id, Caller caller, Wire wire, Replay replay, Executor threads) {
    this.id = id;
    this.userId = caller.userId();
    this.caller = caller;
    this.wire = wire;
    this.replay = replay;
    this.threads = threads;
  }

  UUID id() {
    return id;
  }

  @Override
  public UUID userId() {
    return userId;
  }

  Caller caller() {
    return caller;
  }

  void renew(Caller renewed) {
    caller = renewed;
  }

  /**
   * Says that the message is this socket's own: its event comes as {@code ack} with {@code ref}.
   */
  public synchronized void awaits(UUID messageId, String ref) {
    awaited = awaited == null ? new HashMap<>(4) : awaited;
    awaited.put(messageId, ref == null ? "" : ref);
  }

  /** Takes back what {@link #awaits} said, for a message that was not stored. */
  public synchronized void awaitsNoMore(UUID messageId) {
    taken(messageId);
  }

  /** Answers with the state of a message that was stored before. */
  public void acknowledge(String ref, String message) {
    wire.write(Frames.ack(ref, null, message));
  }

  /** Confirms a frame whose effect is not a message, to a client that asked by a {@code ref}. */
  public void confirm(String ref) {
    if (ref != null) {
      wire.write(Frames.done(ref));
    }
  }

  /** Answers a frame that failed. */
  public void fail(String ref, Throwable failure) {
    wire.fail(ref, ErrorMapper.map(failure));
  }

  /** Shows something that is not kept in the feed, and is not worth waiting for a slow reader. */
  public void show(Frame frame) {
    if (!wire.isFull()) {
      wire.write(frame.withoutCursor());
    }
  }

  /** Narrows whose presence is shown here to these people. */
  public void watch(Set<UUID> people) {
    watched = people;
  }

  /** Empty for a client that did not choose. */
  public Set<UUID> watched() {
    Set<UUID> chosen = watched;
    return chosen == null ? Set.of() : chosen;
  }

  public boolean isWatching(UUID person) {
    Set<UUID> chosen = watched;
    return chosen == null || chosen.contains(person);
  }

  /** {@code json} is a whole frame. */
  void answer(String json) {
    wire.write(json);
  }

  /** Notes that it came with a cursor, and whether that could be taken up. */
  void resumed(boolean isPossible) {
    wire.resumed(isPossible);
  }

  void write(Object plain) {
    wire.write(Json.text(plain));
  }

  boolean isOpen() {
    return !wire.isClosed();
  }

  public void close(CloseCode code) {
    wire.close(code);
  }

  /**
   * Begins at {@code seq}: everything after it will be written.
   *
   * @param resumed the reference, as JSON or empty, to give back when caught up; null for a socket
   *     that did not ask
   */
  synchronized void begin(long feedEpoch, long seq, String resumed) {
    place(feedEpoch, seq);
    caughtUpOwed = resumed;
    isReplaying = true;
    threads.execute(this::readBack);
  }

  private void place(long feedEpoch, long seq) {
    epoch = feedEpoch;
    position = seq;
    acknowledged = seq;
    beginnings++;
  }

  /**
   * As {@link #begin}, for a new socket that has missed nothing: only what was offered since the
   * head was read must be read back, and nearly always that is nothing.
   */
  synchronized void beginAtHead(long feedEpoch, long head, String resumed) {
    place(feedEpoch, head);
    if (target > head) {
      caughtUpOwed = resumed;
      startReplay(target);
    } else {
      isReplaying = false;
      sayCaughtUp(resumed);
    }
  }

  /** Makes sure that events up to {@code head} come, where this node was told of none. */
  synchronized void reach(long head) {
    if (head > position && !isReplaying) {
      startReplay(head);
    }
  }

  synchronized String cursor() {
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

  @Override
  public synchronized EventLoop offer(long seq, UUID subjectId, Frame live) {
    if (isReplaying || seq <= position) {
      target = Math.max(target, seq);
    } else if (live != null && seq == position + 1 && !wire.isFull()) {
      put(seq, subjectId, live);
      return wire.eventLoop();
    } else {
      startReplay(seq);
    }
    return null;
  }

  private void startReplay(long upTo) {
    target = Math.max(target, upTo);
    isReplaying = true;
    threads.execute(this::readBack);
  }

  private void readBack() {
    try {
      while (wire.hasRoom() && readPage()) {
        continue;
      }
    } catch (RuntimeException e) {
      // Without the database nothing can be read back; the client resumes when it is there again.
      ErrorMapper.map(e);
      wire.close(CloseCode.SLOW_READER);
    }
  }

  /** True when there may be more to read. */
  private boolean readPage() {
    long from;
    long wanted;
    long asked;
    synchronized (this) {
      from = position;
      wanted = target;
      asked = beginnings;
    }
    List<Replay.Shown> page = replay.frames(userId, from);
    for (Replay.Shown shown : page) {
      // Waiting for the reader happens outside the lock: events go on being offered meanwhile.
      if (!wire.hasRoom() || !putInTurn(shown, asked)) {
        return !wire.isClosed();
      }
    }
    return !isAtEnd(page.isEmpty(), wanted, asked);
  }

  /** False when the client asked to begin elsewhere in the meantime. */
  private synchronized boolean putInTurn(Replay.Shown shown, long asked) {
    boolean isCurrent = asked == beginnings;
    if (isCurrent && shown.event().seq() > position) {
      put(shown);
    }
    return isCurrent;
  }

  private synchronized boolean isAtEnd(boolean nothingRead, long wanted, long asked) {
    if (wire.isClosed()) {
      return true;
    }
    if (!nothingRead || wanted != target || asked != beginnings) {
      return false;
    }
    isReplaying = false;
    sayCaughtUp(caughtUpOwed);
    caughtUpOwed = null;
    return true;
  }

  private void sayCaughtUp(String owed) {
    if (owed != null) {
      wire.write(Frames.at("caught_up", owed.isEmpty() ? null : owed, cursor()));
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

  private String taken(UUID messageId) {
    if (messageId == null || awaited == null) {
      return null;
    }
    String ref = awaited.remove(messageId);
    awaited = awaited.isEmpty() ? null : awaited;
    return ref;
  }

  private void put(long seq, UUID subjectId, Frame frame) {
    position = seq;
    String ref = taken(subjectId);
    wire.write(
        ref == null
            ? frame.withCursor(cursor())
            : Frames.ack(ref.isEmpty() ? null : ref, cursor(), frame.data()));
  }
}
