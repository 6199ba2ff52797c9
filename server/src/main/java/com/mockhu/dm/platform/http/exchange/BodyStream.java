package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.connection.ConnectionTimer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request body for a reader that may block. Only a few chunks are in memory: the next is asked of
 * the network as one is read.
 */
final class BodyStream extends InputStream {
  private static final Buffer END = Buffer.buffer();
  private static final Buffer BROKEN = Buffer.buffer();
  private static final Buffer LATE = Buffer.buffer();
  private static final int CHUNKS_AHEAD = 4;
  private static final long LONGEST_SILENCE_SECONDS = 30;

  private final HttpServerRequest request;
  private final Context loop = Vertx.currentContext();
  private final ConnectionTimer timer;
  private final BlockingQueue<Buffer> chunks = new LinkedBlockingQueue<>();
  private Buffer current = Buffer.buffer();
  private int position;
  private boolean isAwaited;
  private boolean ended;

  /** Touched on the event loop alone. */
  private boolean arrived;

  /** Call on the request's event loop, while it is paused. */
  BodyStream(HttpServerRequest request) {
    this.request = request;
    this.timer = ConnectionTimer.of(request);
    request.handler(chunks::add);
    request.endHandler(ignored -> finish(END));
    request.exceptionHandler(ignored -> finish(BROKEN));
    if (timer != null) {
      timer.readsUpload(ContinueHeader.isAsked(request));
      timer.whenBodyLate(() -> finish(LATE));
    }
    request.fetch(CHUNKS_AHEAD);
  }

  private void finish(Buffer how) {
    arrived = true;
    chunks.add(how);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (position == current.length()) {
      if (ended || !next()) {
        return -1;
      }
    }
    int count = Math.min(length, current.length() - position);
    current.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  private boolean next() throws IOException {
    if (!isAwaited) {
      // Only now is it certain that the endpoint reads the body.
      isAwaited = true;
      loop.runOnContext(ignored -> begin());
    }
    Buffer chunk = take();
    if (chunk == END) {
      ended = true;
      return false;
    }
    if (chunk == BROKEN) {
      throw new IOException("The body broke off");
    }
    if (chunk == LATE) {
      throw new ApiException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
    }
    loop.runOnContext(ignored -> fetchOne());
    current = chunk;
    position = 0;
    return true;
  }

  private void begin() {
    ContinueHeader.meet(request);
    if (timer != null) {
      timer.wantBody();
    }
  }

  private void fetchOne() {
    // A request that has arrived whole refuses to be asked for more.
    if (!arrived) {
      request.fetch(1);
    }
  }

  private Buffer take() throws IOException {
    try {
      Buffer chunk = chunks.poll(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
      if (chunk == null) {
        throw new IOException("The sender of the body fell silent");
      }
      return chunk;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
