package com.mockhu.dm.platform.http.connection;

import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one connection is waiting for, and for how long already.
 *
 * <pre>
 * HEAD ──head read──> BODY ──body read──> ANSWER ──answered──> IDLE ──first byte──> HEAD
 * </pre>
 *
 * <p>Counts by being looked at every second: no timer is started or cancelled for a request, and a
 * server that is late itself counts less, never more. On the connection's event loop.
 */
public final class ConnectionTimer {
  static final AttributeKey<ConnectionTimer> KEY =
      AttributeKey.valueOf(ConnectionTimer.class, "timer");

  /** How long a client whose body was refused may take to read why. */
  private static final int FAREWELL_SECONDS = 6;

  private final NetworkBounds bounds;
  private Phase phase = Phase.HEAD;
  private int seconds;
  private long bytes;
  private int owed;
  private int longestBody;
  private boolean isBodyWanted = true;
  private Runnable late;

  /** Bytes of an answer that is in memory until the client has read it. */
  private final AtomicLong held = new AtomicLong();

  /** What is being waited for. */
  enum Phase {
    HEAD,
    BODY,
    ANSWER,
    IDLE
  }

  ConnectionTimer(NetworkBounds bounds) {
    this.bounds = bounds;
  }

  /** Null where connections are not timed. */
  public static ConnectionTimer of(HttpServerRequest request) {
    HttpServerConnection connection = (HttpServerConnection) request.connection();
    return connection.channelHandlerContext().channel().attr(KEY).get();
  }

  /**
   * Bounds the body that is being read as one that may be large.
   *
   * @param isExpected whether the client waits to be asked for it; its time begins with {@link
   *     #wantBody}
   */
  public void readsUpload(boolean isExpected) {
    longestBody = bounds.uploadSeconds();
    isBodyWanted = !isExpected;
  }

  /** The client was asked for its body. */
  public void wantBody() {
    isBodyWanted = true;
  }

  /** {@code refusal} is done when the body is late, in place of cutting the connection at once. */
  public void whenBodyLate(Runnable refusal) {
    late = refusal;
  }

  /**
   * An answer of so many bytes is kept in memory; negative when it is no longer. On any thread:
   * Vert.x queues what the network does not take, where Netty does not count it.
   */
  public void holds(long answerBytes) {
    held.addAndGet(answerBytes);
  }

  long held() {
    return held.get();
  }

  void heard(int count) {
    bytes += count;
    if (phase == Phase.IDLE) {
      enter(Phase.HEAD);
      bytes = count;
    }
  }

  void headRead() {
    owed++;
    late = null;
    longestBody = bounds.bodySeconds();
    isBodyWanted = true;
    enter(Phase.BODY);
  }

  /** {@code isMore}: whether bytes of a next request are there already. */
  void bodyRead(boolean isMore) {
    enter(owed > 0 ? Phase.ANSWER : isMore ? Phase.HEAD : Phase.IDLE);
  }

  void answered(boolean isMore) {
    owed--;
    if (owed <= 0 && phase == Phase.ANSWER) {
      enter(isMore ? Phase.HEAD : Phase.IDLE);
    }
  }

  private void enter(Phase next) {
    phase = next;
    seconds = 0;
    bytes = 0;
  }

  /** Whether nothing has been heard that an answer would be owed for. */
  boolean isSilent() {
    return phase == Phase.IDLE || phase == Phase.HEAD && bytes == 0;
  }

  boolean isOwing() {
    return owed > 0;
  }

  int seconds() {
    return seconds;
  }

  /**
   * Called every second.
   *
   * @param isReading whether the server reads at all; while it does not, the client is not to blame
   * @param isBeingRead whether an answer is still on its way to the client
   */
  Verdict tick(boolean isReading, boolean isBeingRead) {
    return switch (phase) {
      case HEAD -> ++seconds > bounds.headSeconds() ? Verdict.HEAD_LATE : Verdict.KEEP;
      case BODY -> isReading && isBodyWanted ? body() : Verdict.KEEP;
      case ANSWER -> Verdict.KEEP;
      case IDLE -> !isBeingRead && ++seconds > bounds.idleSeconds() ? Verdict.IDLE : Verdict.KEEP;
    };
  }

  private Verdict body() {
    seconds++;
    boolean isLate = seconds > longestBody;
    if (seconds % bounds.graceSeconds() == 0) {
      isLate |= bytes < (long) bounds.graceSeconds() * bounds.bytesPerSecond();
      bytes = 0;
    }
    return isLate ? late() : Verdict.KEEP;
  }

  private Verdict late() {
    if (late == null) {
      return Verdict.BODY_LATE;
    }
    Runnable refusal = late;
    // The refusal closes the connection; should it not, the next time is the last.
    late = null;
    longestBody = seconds + FAREWELL_SECONDS;
    bytes = Integer.MAX_VALUE;
    refusal.run();
    return Verdict.KEEP;
  }
}
