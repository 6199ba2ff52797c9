package com.mockhu.dm.platform.http.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.ProtocolDetectionState;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Recognises the PROXY protocol, version 1 or 2, at the beginning of a trusted proxy's connection.
 * Other connections, and those that begin with a request, pass unchanged.
 */
final class ProxyProtocol extends ByteToMessageDecoder {
  static final AttributeKey<InetAddress> CLIENT = AttributeKey.valueOf("dm-proxied-client");

  /** The first bytes of version 1 and of version 2. */
  private static final int TEXT = 'P';

  private static final int BINARY = '\r';

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int first = in.getUnsignedByte(in.readerIndex());
    ProtocolDetectionState state =
        first == TEXT || first == BINARY
            ? HAProxyMessageDecoder.detectProtocol(in).state()
            : ProtocolDetectionState.INVALID;
    switch (state) {
      case NEEDS_MORE_DATA -> {}
      case INVALID -> context.pipeline().remove(this);
      case DETECTED -> {
        String name = context.name();
        context.pipeline().addAfter(name, "proxy-client", new Receiver());
        context.pipeline().addAfter(name, "proxy-header", new HAProxyMessageDecoder());
        // What was read goes to the next handler.
        context.pipeline().remove(this);
      }
    }
  }

  private static final class Receiver extends SimpleChannelInboundHandler<HAProxyMessage> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header) {
      // LOCAL is the proxy's own, such as a health check; without an address nothing is known.
      if (header.command() == HAProxyCommand.PROXY && header.sourceAddress() != null) {
        Addresses.literal(header.sourceAddress())
            .ifPresent(client -> context.channel().attr(CLIENT).set(client));
      }
      context.pipeline().remove(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  static Optional<InetAddress> client(Channel channel) {
    return Optional.ofNullable(channel.attr(CLIENT).get());
  }
}
