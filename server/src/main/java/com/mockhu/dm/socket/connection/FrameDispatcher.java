package com.mockhu.dm.socket.connection;

import com.mockhu.dm.platform.CurrentCaller;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.socket.delivery.ServerFrames;
import com.mockhu.dm.socket.transport.CloseCode;
import com.mockhu.dm.socket.transport.FrameReader;
import com.mockhu.dm.socket.transport.OutboundQueue;
import com.mockhu.dm.socket.transport.SerialExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The reading side of a socket: limits its frames, parses them, and passes each to its handler. */
final class FrameDispatcher implements FrameReader.Receiver {
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int MOST_FAULTS = 100;
  private static final int LONGEST_ABSENCE_SECONDS = 10;

  private final Connection connection;
  private final OutboundQueue outbound;
  private final SerialExecutor serial;
  private final FrameRouter router;
  private final RateLimits limits;
  private final Scheduler time;
  private volatile long lastHeard;
  private int faults;

  FrameDispatcher(
      Connection connection,
      OutboundQueue outbound,
      SerialExecutor serial,
      FrameRouter router,
      RateLimits limits,
      Scheduler time) {
    this.connection = connection;
    this.outbound = outbound;
    this.serial = serial;
    this.router = router;
    this.limits = limits;
    this.time = time;
    this.lastHeard = time.nanos();
  }

  Connection connection() {
    return connection;
  }

  long waitingBytes() {
    return outbound.waitingBytes();
  }

  @Override
  public void heard() {
    lastHeard = time.nanos();
  }

  /** Pings and pongs count as frames: each of them costs some work. */
  @Override
  public boolean allowsControl() {
    try {
      limits.charge(SocketServer.FRAMES_PER_MINUTE, connection.id());
      return true;
    } catch (ApiException e) {
      outbound.close(CloseCode.ABUSE);
      return false;
    }
  }

  /** A whole text message, on the event loop. */
  @Override
  public void receive(String text) {
    String ref = null;
    try {
      limits.charge(SocketServer.FRAMES_PER_MINUTE, connection.id());
      ClientFrame frame = ClientFrame.parse(text);
      ref = frame.ref();
      dispatch(frame, router.find(frame));
    } catch (RuntimeException e) {
      fault(ref, e);
    }
  }

  private void dispatch(ClientFrame frame, FrameHandler handler) {
    if (serial.isIdle() && handler.isImmediate(frame)) {
      handler.handle(connection, frame);
    } else {
      UUID person = connection.userId();
      serial.run(() -> CurrentCaller.run(person, () -> handle(frame, handler)));
    }
  }

  private void handle(ClientFrame frame, FrameHandler handler) {
    try {
      handler.handle(connection, frame);
      if (frame.ref() != null && !handler.isAnswering()) {
        connection.answer(ServerFrames.done(frame.ref()));
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
      outbound.close(CloseCode.ABUSE);
    }
  }

  /** Names a random delay, so that clients do not reconnect to the next server at the same time. */
  void dismiss() {
    connection.answer(
        ServerFrames.goingAway(
            ThreadLocalRandom.current().nextInt(1, LONGEST_ABSENCE_SECONDS + 1)));
    outbound.close(CloseCode.GOING_AWAY);
  }

  /** Called every second: one pass over all sockets costs less than a timer for each. */
  void endWithToken(Instant now) {
    Instant expiry = connection.caller().expiresAt();
    if (expiry != null && !expiry.isAfter(now)) {
      outbound.close(CloseCode.TOKEN_ENDED);
    }
  }

  /** Called every {@link Heartbeat#INTERVAL}: pings, or closes a silent socket. */
  void beat(long head) {
    if (time.nanos() - lastHeard > SILENCE.toNanos()) {
      outbound.close(CloseCode.SILENT);
    } else {
      connection.reach(head);
      outbound.ping();
      if (connection.hasBegun()) {
        connection.answer(ServerFrames.at("heartbeat", null, connection.cursor()));
      }
    }
  }
}
