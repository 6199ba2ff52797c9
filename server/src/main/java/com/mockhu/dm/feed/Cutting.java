package com.mockhu.dm.feed;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/** Ends a TCP connection at once, without waiting for what is queued on it. */
final class Cutting {
  private Cutting() {}

  static void cut(ServerWebSocket socket) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    context.executor().execute(() -> cut(context));
  }

  private static void cut(ChannelHandlerContext context) {
    // A lingering close would still wait for a reader who does not read.
    context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
    // From this context on, not from the channel's end: the handler there would queue it.
    context.close();
  }
}
