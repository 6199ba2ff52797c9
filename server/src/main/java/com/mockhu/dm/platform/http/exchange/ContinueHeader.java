package com.mockhu.dm.platform.http.exchange;

import io.vertx.core.http.HttpServerRequest;

/** {@code Expect: 100-continue} (RFC 9110 §10.1.1): the client asks before it sends the body. */
final class ContinueHeader {
  private ContinueHeader() {}

  static boolean isAsked(HttpServerRequest request) {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  /** Call once, on the event loop, when the body is wanted. */
  static void meet(HttpServerRequest request) {
    if (isAsked(request) && !request.response().headWritten()) {
      request.response().writeContinue();
    }
  }
}
