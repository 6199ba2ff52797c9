package com.mockhu.dm.chaos.standin;

import com.mockhu.dm.bench.wire.rest.AccessTokens;
import com.mockhu.dm.chaos.client.Site;
import com.mockhu.dm.chaos.client.rest.Pause;
import com.mockhu.dm.chaos.nemesis.Fault;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks just enough of the product for a round to run, and may have a flaw. */
public final class StandIn implements Fault, AutoCloseable {
  private static final int LARGEST_BODY = 1 << 20;
  private static final int LOST = 4;
  private static final int LEAST_LOST = 8;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(group.next());
  private final Flaw flaw;
  private final StandInStore store;
  private final Channel listening;
  private volatile boolean isStruck;
  private volatile boolean isDown;
  private final AtomicInteger lost = new AtomicInteger();
  private int answers;

  public StandIn(Flaw flaw) {
    this.flaw = flaw;
    this.store =
        new StandInStore(
            flaw, (millis, work) -> group.schedule(work, millis, TimeUnit.MILLISECONDS));
    this.listening =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    connections.add(channel);
                    channel
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpObjectAggregator(LARGEST_BODY))
                        .addLast(new StandInRest(StandIn.this, store));
                  }
                })
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();
  }

  public Site site() {
    int port = ((InetSocketAddress) listening.localAddress()).getPort();
    return new Site(
        URI.create("http://127.0.0.1:" + port),
        new AccessTokens("a secret that nobody checks", "stand-in"),
        (people, conversations) -> List.of());
  }

  boolean isDown() {
    return isDown;
  }

  /** While it is struck some sends are done and not answered. */
  boolean losesAnswer() {
    boolean isLost = isStruck && ++answers % LOST == 0;
    if (isLost) {
      lost.incrementAndGet();
    }
    return isLost;
  }

  /** Crashes and comes back at once, then loses answers; done when both have had an effect. */
  @Override
  public void strike() {
    isStruck = true;
    Pause.until(LONGEST, this::crash);
    Pause.until(LONGEST, () -> lost.get() >= LEAST_LOST);
  }

  /** True when it lost what it should, which only one that promises too early has. */
  private boolean crash() {
    boolean hasLost = group.submit(store::crash).syncUninterruptibly().getNow();
    if (hasLost || flaw != Flaw.ACKNOWLEDGES_BEFORE_COMMIT) {
      connections.close().syncUninterruptibly();
    }
    return hasLost || flaw != Flaw.ACKNOWLEDGES_BEFORE_COMMIT;
  }

  @Override
  public void heal() {
    isStruck = false;
    isDown = flaw == Flaw.NEVER_COMES_BACK;
  }

  @Override
  public void close() {
    connections.close().syncUninterruptibly();
    listening.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
