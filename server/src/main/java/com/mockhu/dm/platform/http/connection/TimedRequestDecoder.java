package com.mockhu.dm.platform.http.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Reads requests, tells the timer how far they are, and refuses what two readers may read apart.
 */
final class TimedRequestDecoder extends VertxHttpRequestDecoder {
  private final ConnectionTimer timer;
  private final Runnable upgraded;
  private boolean isMore;

  /** {@code upgraded} runs when the connection no longer speaks HTTP. */
  TimedRequestDecoder(HttpServerOptions options, ConnectionTimer timer, Runnable upgraded) {
    super(options);
    this.timer = timer;
    this.upgraded = upgraded;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    if (message instanceof ByteBuf bytes) {
      timer.heard(bytes.readableBytes());
    }
    super.channelRead(context, message);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out)
      throws Exception {
    int before = out.size();
    super.decode(context, in, out);
    isMore = in.isReadable();
    for (int i = before; i < out.size(); i++) {
      note(out.get(i));
    }
    if (out.size() > before && isBroken(out.getLast()) && context.channel().isActive()) {
      // Vert.x would cut the connection without a word.
      ReferenceCountUtil.release(out.removeLast());
      EarlyResponse.NOT_HTTP.sendAndClose(context.channel());
    }
  }

  /** A piece of a body, such as a chunk without a length, to which an answer is still owed. */
  private boolean isBroken(Object decoded) {
    return decoded instanceof HttpContent content
        && !(decoded instanceof HttpRequest)
        && content.decoderResult().isFailure()
        && timer.isOwing();
  }

  private void note(Object decoded) {
    if (decoded instanceof HttpRequest) {
      timer.headRead();
    }
    if (decoded instanceof LastHttpContent) {
      timer.bodyRead(isMore);
    }
  }

  boolean isMore() {
    return isMore;
  }

  /**
   * A proxy may have gone by the length where this server goes by the chunks (RFC 9112 §6.1):
   * Netty's own way is to forget the length.
   */
  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("Content-Length and Transfer-Encoding");
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext context) throws Exception {
    super.handlerRemoved0(context);
    upgraded.run();
  }
}
