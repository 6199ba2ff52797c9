package com.mockhu.dm.bench.scenario.crowd;

import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.talk.Lane;
import com.mockhu.dm.bench.wire.FieldScanner;
import com.mockhu.dm.bench.wire.Person;
import com.mockhu.dm.bench.wire.socket.Socket;
import com.mockhu.dm.bench.wire.socket.SocketListener;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A client that disconnects and resumes with a cursor, on one event loop. */
final class Returning implements SocketListener {
  private static final int LONGEST_CURSOR = 64;

  private final Lane lane;
  private final FieldScanner cursor = new FieldScanner("cursor");
  private final CompletableFuture<String> greeted = new CompletableFuture<>();
  private final CompletableFuture<Integer> caughtUp = new CompletableFuture<>();
  private int missed;

  Returning(Lane lane) {
    this.lane = lane;
  }

  /** Where the feed stands, as the first frame says. */
  CompletableFuture<String> greeted() {
    return greeted;
  }

  /** How many messages were missed; fails when the line ends before. */
  CompletableFuture<Integer> caughtUp() {
    return caughtUp;
  }

  @Override
  public void text(byte[] bytes, int length) {
    int type = lane.type.find(bytes, length);
    if (type < 0) {
      return;
    }
    switch (bytes[type]) {
      case 'h' -> greeted.complete(value(bytes, cursor.find(bytes, length)));
      case 'n' -> missed++;
      case 'c' -> settle(bytes[type + 1]);
      case 'r' -> caughtUp.completeExceptionally(new IllegalStateException("Told to reset"));
      default -> {}
    }
  }

  /** {@code caught_up}, which is not {@code conversation_updated}. */
  private void settle(byte second) {
    if (second == 'a') {
      caughtUp.complete(missed);
    }
  }

  private static String value(byte[] bytes, int start) {
    String text = new String(bytes, start, LONGEST_CURSOR, StandardCharsets.US_ASCII);
    return text.substring(0, text.indexOf('"'));
  }

  @Override
  public void closed(int code) {
    lane.tally.closed++;
    IllegalStateException lost = new IllegalStateException("Closed with " + code);
    greeted.completeExceptionally(lost);
    caughtUp.completeExceptionally(lost);
  }

  /** Connects, reads the current cursor, and disconnects. */
  static CompletableFuture<String> glance(Bench bench, Lane lane, Person person) {
    Returning visitor = new Returning(lane);
    CompletableFuture<Socket> open = bench.sockets().open(person, lane.loop(), visitor);
    open.whenComplete((_, failure) -> fail(visitor.greeted, failure));
    return visitor.greeted.thenCombine(
        open,
        (place, socket) -> {
          socket.close();
          return place;
        });
  }

  /** Reconnects and receives all missed messages. */
  static CompletableFuture<Integer> since(Bench bench, Lane lane, Person person, String place) {
    Returning visitor = new Returning(lane);
    bench
        .sockets()
        .open(person, "?cursor=" + place, lane.loop(), visitor)
        .whenComplete((_, failure) -> fail(visitor.caughtUp, failure));
    return visitor.caughtUp;
  }

  private static void fail(CompletableFuture<?> waiting, Throwable failure) {
    if (failure != null) {
      waiting.completeExceptionally(failure);
    }
  }
}
