package com.mockhu.dm.bench.wire.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens TCP connections to one server. */
public final class Connector implements AutoCloseable {
  /** Each gives its own 28,000 or so ports, of which closed sockets hold some for a minute. */
  private static final int SOURCE_ADDRESSES = 4;

  private static final int CONNECT_MILLIS = 30_000;

  private final EventLoops loops;
  private final InetSocketAddress server;
  private final AtomicInteger next = new AtomicInteger();

  public Connector(InetSocketAddress server, int threads) {
    this.loops = new EventLoops(threads);
    this.server = server;
  }

  public EventLoop nextLoop() {
    return loops.next();
  }

  InetSocketAddress server() {
    return server;
  }

  /** Connects on that loop; what goes over the line is the handler's. */
  public ChannelFuture connect(EventLoop loop, ChannelHandler handler) {
    return new Bootstrap()
        .group(loop)
        .channel(loops.channelType())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(handler);
              }
            })
        .connect(server, source());
  }

  private SocketAddress source() {
    if (!server.getAddress().isLoopbackAddress()) {
      return null;
    }
    return new InetSocketAddress("127.0.0." + (1 + next.getAndIncrement() % SOURCE_ADDRESSES), 0);
  }

  @Override
  public void close() {
    loops.close();
  }
}
