package com.mockhu.dm.socket.connection;

import com.mockhu.dm.feed.log.Frame;
import com.mockhu.dm.feed.log.Subscriber;
import com.mockhu.dm.feed.replay.Replay;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.json.Json;
import com.mockhu.dm.socket.delivery.FeedFollower;
import com.mockhu.dm.socket.delivery.HelloGate;
import com.mockhu.dm.socket.delivery.PendingAcks;
import com.mockhu.dm.socket.delivery.ServerFrames;
import com.mockhu.dm.socket.transport.CloseCode;
import com.mockhu.dm.socket.transport.OutboundQueue;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/**
 * One open socket as features see it.
 *
 * <p>Threads: any; no method waits for the network.
 */
public final class Connection implements Subscriber {
  private final UUID id;
  private final UUID userId;
  private final long openedAt = System.nanoTime();
  private final OutboundQueue outbound;
  private final HelloGate helloGate;
  private final PendingAcks pending = new PendingAcks();
  private final FeedFollower follower;
  private volatile Caller caller;

  /** The people whose presence the client watches; null for everybody, until it chooses. */
  private volatile Set<UUID> watched;

  Connection(UUID id, Caller caller, OutboundQueue outbound, Replay replay, Executor threads) {
    this.id = id;
    this.userId = caller.userId();
    this.caller = caller;
    this.outbound = outbound;
    this.helloGate = new HelloGate(outbound);
    this.follower = new FeedFollower(userId, outbound, replay, threads, pending);
  }

  UUID id() {
    return id;
  }

  @Override
  public UUID userId() {
    return userId;
  }

  /** How long it has been open. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - openedAt);
  }

  /** The caller of the token that was verified last. */
  public Caller caller() {
    return caller;
  }

  void renew(Caller renewed) {
    caller = renewed;
  }

  /** Registers a message that this socket sends: its event is written as {@code ack}. */
  public void expectAck(UUID messageId, String ref) {
    pending.add(messageId, ref);
  }

  /** Reverts {@link #expectAck} for a message that was not stored. */
  public void cancelAck(UUID messageId) {
    pending.take(messageId);
  }

  /** Answers with the state of a message that was stored before. */
  public void acknowledge(String ref, String message) {
    helloGate.write(ServerFrames.ack(ref, null, message));
  }

  /** Confirms a frame whose effect is not a message, if the client gave a {@code ref}. */
  public void confirm(String ref) {
    if (ref != null) {
      helloGate.write(ServerFrames.done(ref));
    }
  }

  /** Answers a frame that failed. */
  public void fail(String ref, Throwable failure) {
    // The client knows this id from its hello, so a report of it leads to the log.
    try (var _ = MDC.putCloseable("connection_id", id.toString())) {
      ApiException known = ErrorMapper.map(failure);
      outbound.failed(known.code());
      helloGate.write(ServerFrames.error(ref, known));
    }
  }

  /** Writes a frame that is not kept in the feed; drops it when the reader is slow. */
  public void show(Frame frame) {
    if (!outbound.isFull()) {
      helloGate.write(frame.withoutCursor());
    }
  }

  /** Limits the presence that is shown here to these people. */
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
    helloGate.write(json);
  }

  /** Counts a cursor that the client brought, and whether it could be resumed. */
  void resumed(boolean isPossible) {
    outbound.resumed(isPossible);
  }

  /** Writes {@code hello}, and then the frames that waited for it. */
  void greet(ServerFrames.Hello hello) {
    helloGate.greet(Json.text(hello));
  }

  boolean isOpen() {
    return !outbound.isClosed();
  }

  public void close(CloseCode code) {
    outbound.close(code);
  }

  /** As {@link FeedFollower#begin}. */
  void begin(long epoch, long seq, long head, String resumed) {
    follower.begin(epoch, seq, head, resumed);
  }

  /** As {@link FeedFollower#reach}. */
  void reach(long head) {
    follower.reach(head);
  }

  /** False until the client was given a position in the feed. */
  boolean hasBegun() {
    return follower.hasBegun();
  }

  String cursor() {
    return follower.cursor();
  }

  /**
   * Takes a cumulative acknowledgement.
   *
   * @throws ApiException {@code invalid_cursor} for what this socket was never given
   */
  public FeedFollower.Arrived arrived(String cursor) {
    return follower.arrived(cursor);
  }

  @Override
  public Executor offer(long seq, UUID subjectId, Frame live) {
    return follower.offer(seq, subjectId, live);
  }
}
