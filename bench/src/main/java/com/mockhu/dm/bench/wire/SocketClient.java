package com.mockhu.dm.bench.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens WebSockets to the server on {@code /v1/ws/messages}. */
public final class SocketClient implements AutoCloseable {
  /** Each gives its own 28,000 or so ports, of which closed sockets hold some for a minute. */
  private static final int SOURCE_ADDRESSES = 4;

  private static final int CONNECT_MILLIS = 30_000;

  private final EventLoops loops;
  private final InetSocketAddress server;
  private final AtomicInteger next = new AtomicInteger();

  public SocketClient(URI server, int threads) {
    this.loops = new EventLoops(threads);
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
  }

  public EventLoop nextLoop() {
    return loops.next();
  }

  /** Connects as that person; completes exceptionally when the upgrade is refused. */
  public CompletableFuture<Socket> open(Person person, EventLoop loop, SocketListener listener) {
    return open(person, "", loop, listener);
  }

  /** As the other, with a {@code query} that begins with a question mark. */
  public CompletableFuture<Socket> open(
      Person person, String query, EventLoop loop, SocketListener listener) {
    CompletableFuture<Socket> opened = new CompletableFuture<>();
    ChannelFuture connecting =
        bootstrap(loop, new UpgradeHandler(request(person, query), listener, opened))
            .connect(server, source());
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            opened.completeExceptionally(done.cause());
          }
        });
    return opened;
  }

  private Bootstrap bootstrap(EventLoop loop, UpgradeHandler handler) {
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
            });
  }

  private String request(Person person, String query) {
    return """
    GET /v1/ws/messages%s HTTP/1.1\r
    Host: %s:%d\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Version: 13\r
    Sec-WebSocket-Key: bW9ja2h1LWRtLWJlbmNoIQ==\r
    Authorization: Bearer %s\r
    \r
    """
        .formatted(query, server.getHostString(), server.getPort(), person.token());
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
