package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects a body on the event loop, up to the limit and not a byte further. */
final class Body {
  private static final Reply TOO_LARGE =
      Reply.failure(
          new ApiException(
              ErrorCode.PAYLOAD_TOO_LARGE,
              "The body is larger than " + HttpLimits.JSON_BODY + " bytes."));

  private final Buffer collected = Buffer.buffer();
  private boolean refused;

  private Body() {}

  static void read(HttpServerRequest request, Answer answer, Consumer<byte[]> whole) {
    if (declaredLength(request) > HttpLimits.JSON_BODY) {
      answer.refuseUnread(TOO_LARGE);
      return;
    }
    Expectation.meet(request);
    Body body = new Body();
    request.handler(chunk -> body.take(chunk, answer));
    request.endHandler(
        ignored -> {
          if (!body.refused) {
            whole.accept(body.collected.getBytes());
          }
        });
  }

  private void take(Buffer chunk, Answer answer) {
    if (refused) {
      return;
    }
    if (collected.length() + chunk.length() > HttpLimits.JSON_BODY) {
      refused = true;
      answer.refuseUnread(TOO_LARGE);
      return;
    }
    collected.appendBuffer(chunk);
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    // The HTTP decoder has refused anything that is no number before it comes here.
    return length == null ? 0 : Long.parseLong(length);
  }
}
