package com.mockhu.dm.platform.http.connection;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** All connections of this server: lets them in, and has each loop watch its own. */
public final class Connections {
  /**
   * Each is told so, which takes a moment and a descriptor; further ones are closed without a word.
   */
  private static final int MOST_REFUSED_AT_ONCE = 64;

  private final NetworkBounds bounds;
  private final int most;
  private final Predicate<InetAddress> isProxy;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicLong pending = new AtomicLong();
  private final AddressCounts addresses = new AddressCounts();
  private final Tally<Verdict> ended =
      new Tally<>(
          Metric.counter(
              "dm_connections_ended",
              "Connections that the server ended for being late, idle, unread or too many",
              "reason"),
          Verdict.class,
          Verdict::label);
  private final Map<EventLoop, LoopConnections> loops = new ConcurrentHashMap<>();

  /**
   * {@code isProxy}: addresses whose connections are those of many, and are not counted as one's.
   */
  public Connections(NetworkBounds bounds, Predicate<InetAddress> isProxy) {
    this.bounds = bounds;
    this.isProxy = isProxy;
    this.most = Descriptors.connections(bounds.connections());
  }

  public void addMeters(Meters meters) {
    meters.gauge(
        "dm_connections",
        "Open TCP connections, sockets included; bounded by DM_CONNECTIONS",
        count::get);
    meters.add(ended.counter());
    meters.gauge(
        "dm_answers_waiting_bytes",
        "Bytes of HTTP answers that wait for slow readers; bounded by DM_MEMORY_ANSWERS_MEGABYTES",
        pending::get);
  }

  /**
   * Takes up a new connection, on its event loop.
   *
   * @return false when it was refused
   */
  public boolean open(Channel channel, HttpServerOptions options) {
    LoopConnections loop = loops.computeIfAbsent(channel.eventLoop(), this::watched);
    // Counted first, or two loops would both find the last place free.
    int now = count.incrementAndGet();
    channel.closeFuture().addListener(closed -> count.decrementAndGet());
    if (now > most + MOST_REFUSED_AT_ONCE) {
      ended.add(Verdict.REFUSED);
      channel.close();
      return false;
    }
    if (!addressAllows(channel)) {
      return refused(channel, EarlyResponse.FULL_FOR_ADDRESS);
    }
    if (now > most && !makesPlace(loop)) {
      return refused(channel, EarlyResponse.FULL);
    }
    watch(channel, options, loop);
    return true;
  }

  private boolean addressAllows(Channel channel) {
    InetAddress address = ((InetSocketAddress) channel.remoteAddress()).getAddress();
    if (!isCounted(address)) {
      return true;
    }
    boolean fits = addresses.add(address, bounds.perAddress());
    if (fits) {
      channel.closeFuture().addListener(closed -> addresses.remove(address));
    }
    return fits;
  }

  private LoopConnections watched(EventLoop loop) {
    return new LoopConnections(loop, bounds.answerBytes(), pending, ended);
  }

  private boolean isCounted(InetAddress address) {
    boolean isOwn = address.isLoopbackAddress() && !bounds.isLoopbackCounted();
    return !isOwn && !isProxy.test(address);
  }

  private boolean refused(Channel channel, EarlyResponse answer) {
    ended.add(Verdict.REFUSED);
    answer.sendAndClose(channel);
    return false;
  }

  /** Closes idle connections to make room for new ones. */
  private boolean makesPlace(LoopConnections loop) {
    if (loop.displaceSilent()) {
      return true;
    }
    loops.forEach((other, its) -> other.execute(its::displaceSilent));
    return false;
  }

  private void watch(Channel channel, HttpServerOptions options, LoopConnections loop) {
    ConnectionTimer timer = new ConnectionTimer(bounds);
    OpenConnection connection = new OpenConnection(channel, timer, bounds);
    channel.attr(ConnectionTimer.KEY).set(timer);
    ChannelPipeline pipeline = channel.pipeline();
    TimedRequestDecoder decoder =
        new TimedRequestDecoder(options, timer, () -> upgraded(channel, loop, connection));
    pipeline.replace("httpDecoder", "httpDecoder", decoder);
    pipeline.addAfter("httpEncoder", "response-end", new ResponseEnd(timer, decoder));
    loop.add(connection);
    channel.closeFuture().addListener(closed -> loop.remove(connection));
  }

  /** A socket has bounds of its own, and its connection counts on. */
  private static void upgraded(Channel channel, LoopConnections loop, OpenConnection connection) {
    loop.remove(connection);
    channel.attr(ConnectionTimer.KEY).set(null);
    if (channel.isActive() && channel.pipeline().get(ResponseEnd.class) != null) {
      channel.pipeline().remove(ResponseEnd.class);
    }
  }
}
