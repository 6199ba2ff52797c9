package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.HttpLimits;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.connection.ConnectionTimer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Collects a body on the event loop, up to the limit and not a byte further. */
final class Body {
  private static final HttpResult TOO_LARGE =
      HttpResult.failure(
          new ApiException(
              ErrorCode.PAYLOAD_TOO_LARGE,
              "The body is larger than " + HttpLimits.JSON_BODY + " bytes."));

  private static final HttpResult LATE =
      HttpResult.failure(
          new ApiException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time."));

  private final HttpServerRequest request;
  private final ResponseWriter answer;
  private final Capacity room;
  private final Proof proof;
  private final Buffer collected = Buffer.buffer();

  /** Guarded by this: the answer may go out on another thread. */
  private long taken;

  private boolean isProved;
  private boolean isReleased;

  /** Touched on the event loop alone. */
  private boolean refused;

  /**
   * Authenticates a caller before the body has arrived, which happens only when the share of
   * unauthenticated requests is used up.
   *
   * @param check blocking; throws when the caller is not authenticated; null on open routes
   */
  record Proof(Executor threads, Runnable check) {}

  private Body(HttpServerRequest request, ResponseWriter answer, Capacity room, Proof proof) {
    this.request = request;
    this.answer = answer;
    this.room = room;
    this.proof = proof;
  }

  /** Returns what it takes of {@code room} when the response is sent or the client disconnects. */
  static void read(
      HttpServerRequest request,
      ResponseWriter answer,
      Capacity room,
      Proof proof,
      Consumer<byte[]> whole) {
    if (declaredLength(request) > HttpLimits.JSON_BODY) {
      answer.refuseUnread(TOO_LARGE);
      return;
    }
    ContinueHeader.meet(request);
    Body body = new Body(request, answer, room, proof);
    answer.whenSent(body::release);
    request.exceptionHandler(ignored -> body.release());
    request.handler(body::take);
    ConnectionTimer timer = ConnectionTimer.of(request);
    if (timer != null) {
      timer.whenBodyLate(() -> body.refuse(LATE));
    }
    request.endHandler(
        ignored -> {
          if (!body.refused) {
            whole.accept(body.collected.getBytes());
          }
        });
  }

  private void take(Buffer chunk) {
    if (refused) {
      return;
    }
    if (takeRoom(chunk.length())) {
      collect(chunk);
    } else if (isProved || proof.check() == null) {
      refuse(Capacity.full());
    } else {
      request.pause();
      Context loop = Vertx.currentContext();
      proof.threads().execute(() -> prove(chunk, loop));
    }
  }

  private void collect(Buffer chunk) {
    if (collected.length() + chunk.length() > HttpLimits.JSON_BODY) {
      refuse(TOO_LARGE);
    } else {
      collected.appendBuffer(chunk);
    }
  }

  private void prove(Buffer chunk, Context loop) {
    try {
      proof.check().run();
      loop.runOnContext(ignored -> goOn(chunk));
    } catch (RuntimeException | Error e) {
      HttpResult failure = HttpResult.failure(ErrorMapper.map(e));
      loop.runOnContext(ignored -> refuse(failure));
    }
  }

  private void goOn(Buffer chunk) {
    markProved();
    take(chunk);
    if (!refused) {
      request.resume();
    }
  }

  private void refuse(HttpResult reply) {
    if (!refused) {
      refused = true;
      answer.refuseUnread(reply);
    }
  }

  private synchronized boolean takeRoom(int amount) {
    boolean fits = !isReleased && room.take(amount, !isProved);
    taken += fits ? amount : 0;
    return fits;
  }

  private synchronized void markProved() {
    isProved = true;
    if (!isReleased) {
      room.prove(taken);
    }
  }

  private synchronized void release() {
    if (!isReleased) {
      isReleased = true;
      room.giveBack(taken, !isProved);
    }
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    // The HTTP decoder has refused anything that is no number before it comes here.
    return length == null ? 0 : Long.parseLong(length);
  }
}
