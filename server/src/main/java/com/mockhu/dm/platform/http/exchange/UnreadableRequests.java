package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.connection.EarlyResponse;
import com.mockhu.dm.platform.http.syntax.RequestHead;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;

/** Requests that are not HTTP, or leave open where they end: answered, and the connection ended. */
final class UnreadableRequests {
  private final HttpMeters meters;

  UnreadableRequests(HttpMeters meters) {
    this.meters = meters;
  }

  /** One that the decoder gave up. */
  void refuse(HttpServerRequest request) {
    EarlyResponse answer =
        switch (request.decoderResult().cause()) {
          case TooLongHttpLineException _ -> EarlyResponse.URI_TOO_LONG;
          case TooLongHttpHeaderException _ -> EarlyResponse.HEADERS_TOO_LARGE;
          case null, default -> EarlyResponse.NOT_HTTP;
        };
    meters.refused(answer.code());
    answer.sendAndClose(channel(request));
  }

  /** False for one that was refused. */
  boolean passes(HttpServerRequest request) {
    try {
      RequestHead.checkFraming(request);
      return true;
    } catch (ApiException e) {
      meters.refused(e.code());
      EarlyResponse.NOT_HTTP.sendAndClose(channel(request), e.getMessage());
      return false;
    }
  }

  private static Channel channel(HttpServerRequest request) {
    return ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
  }
}
