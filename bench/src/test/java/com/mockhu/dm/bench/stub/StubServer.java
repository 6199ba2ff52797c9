package com.mockhu.dm.bench.stub;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.net.URI;

/** Speaks just enough of the product to let a scenario run. */
public final class StubServer implements AutoCloseable {
  private static final int LARGEST_BODY = 64 << 20;

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listening;

  private StubServer(int port, int refuseEvery) {
    Conversations conversations = new Conversations();
    this.listening =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(LARGEST_BODY))
                        .addLast(new StubRest(conversations, refuseEvery));
                  }
                })
            .bind("127.0.0.1", port)
            .syncUninterruptibly()
            .channel();
  }

  /** Acknowledges everything. */
  public static StubServer start() {
    return new StubServer(0, Integer.MAX_VALUE);
  }

  /** Refuses each {@code n}th message of a socket. */
  public static StubServer refusingEvery(int n) {
    return new StubServer(0, n);
  }

  /** A stub in a process of its own, on the port that is given. */
  public static void main(String[] arguments) {
    StubServer server = new StubServer(Integer.parseInt(arguments[0]), Integer.MAX_VALUE);
    System.out.println(server.address());
  }

  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort());
  }

  @Override
  public void close() {
    listening.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }
}
