package com.mockhu.dm.platform.http;

import io.vertx.core.http.HttpServerRequest;

/** {@code Expect: 100-continue} (RFC 9110 §10.1.1): the client asks before it sends the body. */
final class Expectation {
  private Expectation() {}

  /** Call once, on the event loop, when the body is wanted. */
  static void meet(HttpServerRequest request) {
    boolean isAsking = "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    if (isAsking && !request.response().headWritten()) {
      request.response().writeContinue();
    }
  }
}
