package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.json.Json;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.MDC;

/**
 * One open socket as features see it.
 *
 * <p>Threads: any; nobody waits for the network.
 */
public final class Connection implements Subscriber {
  private final UUID id;
  private final UUID userId;
  private final long openedAt = System.nanoTime();
  private final Wire wire;
  private final Greeting greeting;
  private final Awaited awaited = new Awaited();
  private final Following following;
  private volatile Caller caller;

  /** Whose presence the client asked for; null until it does, and then everybody's. */
  private volatile Set<UUID> watched;

  Connection(UUID id, Caller caller, Wire wire, Replay replay, Executor threads) {
    this.id = id;
    this.userId = caller.userId();
    this.caller = caller;
    this.wire = wire;
    this.greeting = new Greeting(wire);
    this.following = new Following(userId, wire, replay, threads, awaited);
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

  Caller caller() {
    return caller;
  }

  void renew(Caller renewed) {
    caller = renewed;
  }

  /**
   * Says that the message is this socket's own: its event comes as {@code ack} with {@code ref}.
   */
  public void awaits(UUID messageId, String ref) {
    awaited.add(messageId, ref);
  }

  /** Takes back what {@link #awaits} said, for a message that was not stored. */
  public void awaitsNoMore(UUID messageId) {
    awaited.take(messageId);
  }

  /** Answers with the state of a message that was stored before. */
  public void acknowledge(String ref, String message) {
    greeting.write(Frames.ack(ref, null, message));
  }

  /** Confirms a frame whose effect is not a message, to a client that asked by a {@code ref}. */
  public void confirm(String ref) {
    if (ref != null) {
      greeting.write(Frames.done(ref));
    }
  }

  /** Answers a frame that failed. */
  public void fail(String ref, Throwable failure) {
    // By this id, which the client knows from its hello, what is logged can be found.
    try (var _ = MDC.putCloseable("connection_id", id.toString())) {
      ApiException known = ErrorMapper.map(failure);
      wire.failed(known.code());
      greeting.write(Frames.error(ref, known));
    }
  }

  /** Shows something that is not kept in the feed, and is not worth waiting for a slow reader. */
  public void show(Frame frame) {
    if (!wire.isFull()) {
      greeting.write(frame.withoutCursor());
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
    greeting.write(json);
  }

  /** Notes that it came with a cursor, and whether that could be taken up. */
  void resumed(boolean isPossible) {
    wire.resumed(isPossible);
  }

  /** Writes the first frame, and then what waited for it. */
  void greet(Frames.Hello hello) {
    greeting.greet(Json.text(hello));
  }

  boolean isOpen() {
    return !wire.isClosed();
  }

  public void close(CloseCode code) {
    wire.close(code);
  }

  /** As {@link Following#begin}. */
  void begin(long epoch, long seq, long head, String resumed) {
    following.begin(epoch, seq, head, resumed);
  }

  /** As {@link Following#reach}. */
  void reach(long head) {
    following.reach(head);
  }

  /** False until the client was given a position in the feed. */
  boolean hasBegun() {
    return following.hasBegun();
  }

  String cursor() {
    return following.cursor();
  }

  /** Events the client says have arrived: after {@code from}, up to {@code to}. */
  public record Arrived(long from, long to) {}

  /**
   * Takes a cumulative acknowledgement.
   *
   * @throws ApiException {@code invalid_cursor} for what this socket was never given
   */
  public Arrived arrived(String cursor) {
    return following.arrived(cursor);
  }

  @Override
  public EventLoop offer(long seq, UUID subjectId, Frame live) {
    return following.offer(seq, subjectId, live);
  }
}
