package com.mockhu.dm.app.network;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.netty.handler.codec.http.websocketx.extensions.compression.PerMessageDeflateServerExtensionHandshaker;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

/** {@code permessage-deflate} (RFC 7692) with a bound on what a frame may swell to. */
final class Compression {
  private static final int LEVEL = 6;

  private Compression() {}

  /** Vert.x offers the extension without a bound: a mebibyte of it can become a gibibyte. */
  static void bound(HttpConnection connection, int mostBytes) {
    ChannelPipeline pipeline =
        ((HttpServerConnection) connection).channelHandlerContext().pipeline();
    pipeline.replace(
        WebSocketServerExtensionHandler.class,
        "bounded-compression",
        new WebSocketServerExtensionHandler(
            new PerMessageDeflateServerExtensionHandshaker(
                LEVEL,
                ZlibCodecFactory.isSupportingWindowSizeAndMemLevel(),
                PerMessageDeflateServerExtensionHandshaker.MAX_WINDOW_SIZE,
                true,
                true,
                mostBytes)));
  }
}
