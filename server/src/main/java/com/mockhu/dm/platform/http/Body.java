package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Collects a body on the event loop, up to the limit and not a byte further. */
final class Body {
  private static final Reply TOO_LARGE =
      Reply.failure(
          new ApiException(
              ErrorCode.PAYLOAD_TOO_LARGE,
              "The body is larger than " + HttpLimits.JSON_BODY + " bytes."));

  private final Buffer collected = Buffer.buffer();
  private final Room room;
  private final AtomicLong taken = new AtomicLong();
  private boolean refused;

  private Body(Room room) {
    this.room = room;
  }

  /** What it takes of {@code room} is given back when the answer goes out, or the client leaves. */
  static void read(HttpServerRequest request, Answer answer, Room room, Consumer<byte[]> whole) {
    if (declaredLength(request) > HttpLimits.JSON_BODY) {
      answer.refuseUnread(TOO_LARGE);
      return;
    }
    Expectation.meet(request);
    Body body = new Body(room);
    answer.whenSent(body::release);
    request.exceptionHandler(ignored -> body.release());
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
    if (!room.take(chunk.length())) {
      refused = true;
      answer.refuseUnread(Room.full());
      return;
    }
    taken.addAndGet(chunk.length());
    if (collected.length() + chunk.length() > HttpLimits.JSON_BODY) {
      refused = true;
      answer.refuseUnread(TOO_LARGE);
      return;
    }
    collected.appendBuffer(chunk);
  }

  private void release() {
    room.giveBack(taken.getAndSet(0));
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    // The HTTP decoder has refused anything that is no number before it comes here.
    return length == null ? 0 : Long.parseLong(length);
  }
}
