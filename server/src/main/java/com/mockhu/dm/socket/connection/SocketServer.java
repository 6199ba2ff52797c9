package com.mockhu.dm.socket.connection;

import com.mockhu.dm.feed.replay.Replay;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.socket.transport.CloseCode;
import com.mockhu.dm.socket.transport.FrameReader;
import com.mockhu.dm.socket.transport.OutboundQueue;
import com.mockhu.dm.socket.transport.SerialExecutor;
import com.mockhu.dm.socket.transport.SocketMeters;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, greets and closes the sockets of this server. */
public final class SocketServer {
  /** Of one socket. */
  public static final RateLimit FRAMES_PER_MINUTE = new RateLimit("frames_per_minute", 600);

  /** How many sockets of one person may be open, not how many a minute. */
  public static final RateLimit CONNECTIONS_PER_USER = new RateLimit("connections_per_user", 20);

  private static final Logger ACCESS = LoggerFactory.getLogger("com.mockhu.dm.access");

  /** More than the 2 seconds after which an unanswered close aborts the connection. */
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);

  private final Tools tools;
  private final OpenSockets open;
  private final Replay replay;
  private final FrameRouter router;
  private final List<SocketListener> listeners = new CopyOnWriteArrayList<>();
  private final SlowReaderGuard slowReaders;
  private final SocketMeters meters = new SocketMeters();
  private final Set<FrameDispatcher> dispatchers = ConcurrentHashMap.newKeySet();
  private volatile boolean isStopping;

  /**
   * What sockets run on.
   *
   * @param time passes for heartbeats alone
   */
  public record Tools(Executor threads, RateLimits limits, Clock clock, Scheduler time) {}

  public SocketServer(
      Tools tools,
      OpenSockets open,
      Replay replay,
      FrameRouter router,
      SlowReaderGuard slowReaders) {
    this.tools = tools;
    this.open = open;
    this.replay = replay;
    this.router = router;
    this.slowReaders = slowReaders;
  }

  public void add(SocketListener listener) {
    listeners.add(listener);
  }

  /** Takes over an upgraded socket; on its event loop. */
  public void open(ServerWebSocket socket, Caller caller, Optional<String> cursor) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    OutboundQueue outbound = new OutboundQueue(context.channel(), meters);
    Executor threads = tools.threads;
    Connection connection = new Connection(Ids.next(), caller, outbound, replay, threads);
    SerialExecutor serial = new SerialExecutor(threads, outbound);
    FrameDispatcher dispatcher =
        new FrameDispatcher(connection, outbound, serial, router, tools.limits, tools.time);
    dispatchers.add(dispatcher);
    meters.opened();
    // Registered before the head is read: an event committed in between is offered, not lost.
    open.add(connection);
    FrameReader.takeOver(context, dispatcher, outbound, () -> closed(dispatcher));
    if (isStopping) {
      dispatcher.dismiss();
    }
    makeRoom(caller.userId());
    serial.run(() -> greet(connection, cursor));
  }

  private void welcome(Connection connection, Optional<String> cursor) {
    if (connection.isOpen()) {
      listeners.forEach(listener -> listener.opened(connection.userId()));
      ResumeFrame.greet(connection, replay, cursor);
    }
  }

  /** Counts a handshake that was refused. */
  public void refused() {
    meters.refused();
  }

  public void addMeters(Meters all) {
    meters.addTo(all);
    slowReaders.addTo(all);
    all.gauge("dm_ws_connections", "Open sockets", dispatchers::size);
  }

  /** Called every second: closes slow readers when all together exceed their memory. */
  void relieve() {
    slowReaders.relieve(dispatchers);
  }

  /** Closes the oldest sockets above the limit: the newest device is the one in use. */
  private void makeRoom(UUID userId) {
    int most = tools.limits.most(CONNECTIONS_PER_USER);
    List<Connection> all = open.of(userId).stream().filter(Connection::isOpen).toList();
    for (int i = 0; i < all.size() - most; i++) {
      all.get(i).close(CloseCode.REPLACED);
    }
  }

  private void greet(Connection connection, Optional<String> cursor) {
    try {
      welcome(connection, cursor);
    } catch (RuntimeException e) {
      connection.close(endOf(ErrorMapper.map(e)));
    }
  }

  /** The account may have been deleted or disabled after its token was checked. */
  private static CloseCode endOf(ApiException failure) {
    boolean isGone =
        failure.code() == ErrorCode.UNAUTHORIZED || failure.code() == ErrorCode.ACCOUNT_DISABLED;
    return isGone ? CloseCode.ACCOUNT_GONE : CloseCode.UNAVAILABLE;
  }

  private void closed(FrameDispatcher dispatcher) {
    forget(dispatcher);
    note(dispatcher.connection());
    if (open.remove(dispatcher.connection())) {
      UUID userId = dispatcher.connection().userId();
      tools.threads.execute(() -> listeners.forEach(listener -> listener.lastClosed(userId)));
    }
  }

  /** The line of the access log, with {@code DM_LOG_REQUESTS}. */
  private static void note(Connection gone) {
    if (ACCESS.isInfoEnabled()) {
      ACCESS.info(
          "socket {} closed after {} s user {}", gone.id(), gone.age().toSeconds(), gone.userId());
    }
  }

  private void forget(FrameDispatcher dispatcher) {
    dispatchers.remove(dispatcher);
    if (isStopping) {
      synchronized (dispatchers) {
        dispatchers.notifyAll();
      }
    }
  }

  /** Of all open sockets, those that still wait for their start too. */
  public List<Connection> connections() {
    return dispatchers().stream().map(FrameDispatcher::connection).toList();
  }

  Set<FrameDispatcher> dispatchers() {
    return dispatchers;
  }

  public boolean isStopping() {
    return isStopping;
  }

  /** Takes no new sockets from now on. */
  public void stop() {
    isStopping = true;
  }

  /** Asks all clients to reconnect elsewhere, and waits until their sockets are closed. */
  public void dismissAll() {
    stop();
    dispatchers.forEach(FrameDispatcher::dismiss);
    long end = System.nanoTime() + LONGEST_FAREWELL.toNanos();
    synchronized (dispatchers) {
      try {
        for (long left = end - System.nanoTime(); !dispatchers.isEmpty() && left > 0; ) {
          TimeUnit.NANOSECONDS.timedWait(dispatchers, left);
          left = end - System.nanoTime();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
