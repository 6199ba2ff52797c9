package com.mockhu.dm.platform.http.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** Notifies the timer when a response is written to its end. */
final class ResponseEnd extends ChannelOutboundHandlerAdapter {
  private final ConnectionTimer timer;
  private final TimedRequestDecoder decoder;

  ResponseEnd(ConnectionTimer timer, TimedRequestDecoder decoder) {
    this.timer = timer;
    this.decoder = decoder;
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    // Read before the write, which releases the message.
    boolean isEnd = message instanceof LastHttpContent && !isInformational(message);
    context.write(message, promise);
    if (isEnd) {
      timer.answered(decoder.isMore());
    }
  }

  /** 100 invites the body, and 101 ends HTTP; neither is the answer. */
  private static boolean isInformational(Object message) {
    return message instanceof HttpResponse response
        && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
  }
}
