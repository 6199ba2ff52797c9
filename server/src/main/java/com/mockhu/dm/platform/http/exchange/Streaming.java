package com.mockhu.dm.platform.http.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes bytes on as they come, no faster than the client reads: one chunk is in memory. */
final class Streaming {
  private static final Logger LOG = LoggerFactory.getLogger(Streaming.class);
  private static final int CHUNK = 64 * 1024;

  /** For one chunk: a client this slow has gone, and holds a connection of the source's. */
  private static final long LONGEST_SECONDS = 60;

  private final HttpServerRequest request;

  Streaming(HttpServerRequest request) {
    this.request = request;
  }

  /** Blocks until all is sent, or the connection is closed because that was not possible. */
  void send(InputStream in, long length) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Length", Long.toString(length));
    if (request.method().name().equals("HEAD")) {
      response.end();
      return;
    }
    try {
      if (copy(in, response) == length) {
        response.end();
        return;
      }
      LOG.warn("A file ended before its length");
    } catch (IOException e) {
      LOG.warn("A file could not be read to its end: {}", e.getMessage());
    } catch (TimeoutException | RuntimeException e) {
      LOG.debug("A client stopped reading", e);
    }
    // Too late for another answer; a connection cut short is one the client notices.
    request.connection().close();
  }

  private static long copy(InputStream in, HttpServerResponse response)
      throws IOException, TimeoutException {
    long total = 0;
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      response
          .write(Buffer.buffer(count).appendBytes(chunk, 0, count))
          .await(LONGEST_SECONDS, TimeUnit.SECONDS);
      total += count;
    }
    return total;
  }
}
