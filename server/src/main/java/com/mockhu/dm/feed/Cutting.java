package com.mockhu.dm.feed;

import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;

/** Ends a TCP connection at once, without waiting for what is queued on it. */
final class Cutting {
  private Cutting() {}

  static void cut(ServerWebSocket socket) {
    ChannelHandlerContext context = ((WebSocketInternal) socket).channelHandlerContext();
    context.channel().unsafe().closeForcibly();
  }
}
