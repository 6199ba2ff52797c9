package com.mockhu.dm.bench.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Signs in all names but {@code nobody}, and sends each later stanza back to its sender. */
public final class StubXmpp implements AutoCloseable {
  private static final String HEADER =
      "<?xml version='1.0'?><stream:stream id='1' from='localhost' xmlns='jabber:client'>";

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel listening =
      new ServerBootstrap()
          .group(group)
          .channel(NioServerSocketChannel.class)
          .childHandler(
              new ChannelInitializer<SocketChannel>() {
                @Override
                protected void initChannel(SocketChannel channel) {
                  channel.pipeline().addLast(new Talker());
                }
              })
          .bind("127.0.0.1", 0)
          .syncUninterruptibly()
          .channel();

  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  @Override
  public void close() {
    listening.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static final class Talker extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf in) {
      String said = in.toString(UTF_8);
      // In two parts, as a network may cut it anywhere.
      String answer = answer(said);
      int half = answer.length() / 2;
      context.writeAndFlush(Unpooled.copiedBuffer(answer.substring(0, half), UTF_8));
      context.writeAndFlush(Unpooled.copiedBuffer(answer.substring(half), UTF_8));
    }

    private String answer(String said) {
      if (said.startsWith("<?xml")) {
        return HEADER + "<stream:features><bind/></stream:features>";
      }
      if (said.startsWith("<auth")) {
        // A zero and "nobody", in Base64.
        boolean isKnown = !said.contains("AG5vYm9keQ");
        return isKnown ? "<success/>" : "<failure><not-authorized/></failure>";
      }
      return said.startsWith("<iq") ? "<iq type='result' id='bind'><bind/></iq>" : said;
    }
  }
}
