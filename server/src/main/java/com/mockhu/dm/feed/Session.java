package com.mockhu.dm.feed;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The reading side of a socket: takes its frames, bounds them, and hands each to its feature. */
final class Session {
  static final Duration HEARTBEAT = Duration.ofSeconds(30);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int MOST_FAULTS = 100;

  private final Connection connection;
  private final Wire wire;
  private final Lane lane;
  private final FrameRouter router;
  private final RateLimits limits;
  private final Clock clock;
  private volatile Instant lastHeard;
  private int faults;

  Session(
      Connection connection,
      Wire wire,
      Lane lane,
      FrameRouter router,
      RateLimits limits,
      Clock clock) {
    this.connection = connection;
    this.wire = wire;
    this.lane = lane;
    this.router = router;
    this.limits = limits;
    this.clock = clock;
    this.lastHeard = clock.instant();
  }

  Connection connection() {
    return connection;
  }

  void heard() {
    lastHeard = clock.instant();
  }

  /** A whole text message, on the event loop. */
  void receive(String text) {
    heard();
    String ref = null;
    try {
      limits.charge(Limit.FRAMES_PER_MINUTE, connection.id());
      ClientFrame frame = ClientFrame.parse(text);
      ref = frame.ref();
      dispatch(frame, router.find(frame));
    } catch (RuntimeException e) {
      fault(ref, e);
    }
  }

  private void dispatch(ClientFrame frame, FrameHandler handler) {
    if (lane.isIdle() && handler.isImmediate(frame)) {
      handler.handle(connection, frame);
    } else {
      lane.run(() -> handle(frame, handler));
    }
  }

  private void handle(ClientFrame frame, FrameHandler handler) {
    try {
      handler.handle(connection, frame);
      if (frame.ref() != null && !handler.isAnswering()) {
        connection.answer(Frames.done(frame.ref()));
      }
    } catch (RuntimeException | Error e) {
      connection.fail(frame.ref(), e);
    }
  }

  private void fault(String ref, RuntimeException e) {
    connection.fail(ref, e);
    faults++;
    boolean isFlood = e instanceof ApiException known && known.code() == ErrorCode.RATE_LIMITED;
    if (isFlood || faults >= MOST_FAULTS) {
      wire.close(CloseCode.ABUSE);
    }
  }

  /** Called every {@link #HEARTBEAT}: pings, and ends what should have ended. */
  void beat(long head) {
    Instant now = clock.instant();
    Instant expiry = connection.caller().expiresAt();
    if (lastHeard.plus(SILENCE).isBefore(now)) {
      wire.close(CloseCode.SILENT);
    } else if (expiry != null && expiry.isBefore(now)) {
      wire.close(CloseCode.TOKEN_ENDED);
    } else {
      connection.reach(head);
      wire.ping();
      connection.answer(Frames.at("heartbeat", null, connection.cursor()));
    }
  }
}
