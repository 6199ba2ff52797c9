package com.mockhu.dm.feed;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/**
 * Keeps a broken or oversized frame from cutting the connection at once: the client is still
 * sending, and its kernel would throw our close frame away with the reset. The decoder drops
 * whatever follows.
 */
final class BrokenFrames extends ChannelInboundHandlerAdapter {
  private final Wire wire;

  private BrokenFrames(Wire wire) {
    this.wire = wire;
  }

  static void watch(ServerWebSocket socket, Wire wire) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    context.pipeline().addBefore(context.name(), "broken-frames", new BrokenFrames(wire));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    if (failure instanceof CorruptedWebSocketFrameException) {
      wire.fail(failure);
    } else {
      context.fireExceptionCaught(failure);
    }
  }
}
