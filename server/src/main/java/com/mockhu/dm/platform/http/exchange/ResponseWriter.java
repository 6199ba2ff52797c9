package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.AllowedOrigins;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RequestId;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.client.ClientAddresses;
import com.mockhu.dm.platform.http.connection.ConnectionTimer;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the response of one request, from any thread. */
final class ResponseWriter {
  private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);
  private static final Logger ACCESS = LoggerFactory.getLogger(AccessLine.LOGGER);
  private static final long LINGER_MILLIS = 5_000;

  /** Smaller responses fit into the kernel's buffers. */
  private static final int WORTH_COUNTING = 16 * 1024;

  private final Vertx vertx;
  private final HttpServerRequest request;
  private final HttpMeters meters;
  private final Request.Origin origin;
  private final AllowedOrigins origins;
  private final String id;
  private final long begun = System.nanoTime();
  private final AtomicBoolean sent = new AtomicBoolean();
  private volatile Route route;
  private volatile Caller caller;
  private volatile Runnable after = () -> {};

  ResponseWriter(
      Vertx vertx,
      HttpServerRequest request,
      HttpMeters meters,
      ClientAddresses clients,
      AllowedOrigins origins) {
    // Read now: a closed connection has no address.
    this.origin = new Request.Origin(clients.of(request), clients.isDirectlyLocal(request));
    this.vertx = vertx;
    this.origins = origins;
    this.request = request;
    this.meters = meters;
    this.id = RequestId.of(request);
  }

  String id() {
    return id;
  }

  Request.Origin origin() {
    return origin;
  }

  /** The route of the request. */
  void found(Route found) {
    route = found;
  }

  /** The caller; null on open routes. */
  void calledBy(Caller known) {
    caller = known;
  }

  /** {@code work} runs when the response is sent; set it before any thread may send one. */
  void whenSent(Runnable work) {
    after = work;
  }

  /** Sends the first result; later ones are dropped. */
  void send(HttpResult reply) {
    if (reply.stream() == null) {
      if (begins(reply)) {
        sendWhole(request.response(), reply);
      }
      return;
    }
    // Opened before the status is sent: the source may be missing or unreachable.
    try (InputStream in = reply.stream().source().open()) {
      if (begins(reply)) {
        new Streaming(request).send(in, reply.stream().length());
      }
    } catch (RuntimeException | IOException e) {
      send(HttpResult.failure(ErrorMapper.map(e)));
    }
  }

  private boolean begins(HttpResult reply) {
    HttpServerResponse response = request.response();
    if (!sent.compareAndSet(false, true)) {
      return false;
    }
    note(reply);
    after.run();
    if (response.closed()) {
      return false;
    }
    putHeaders(response, reply);
    return true;
  }

  private void note(HttpResult reply) {
    String method = request.method().name();
    meters.answered(method, route, reply, begun);
    if (reply.failure() == ErrorCode.UNAVAILABLE) {
      meters.refusals().note(method, route, id);
    }
    if (ACCESS.isInfoEnabled()) {
      AccessLine.of(method, route, reply.status(), caller, begun).log(ACCESS, id);
    }
    if (LOG.isDebugEnabled()) {
      LOG.atDebug()
          .addKeyValue(RequestId.IN_LOG, id)
          .log(
              "{} {} {} in {} ms for {}",
              method,
              route == null ? "unmatched" : route.template(),
              reply.status(),
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
              origin.client().text());
    }
  }

  private void putHeaders(HttpServerResponse response, HttpResult reply) {
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader(RequestId.HEADER, id);
    origins.mark(request, response);
    if (!reply.headers().containsKey("Cache-Control")) {
      response.putHeader("Cache-Control", "no-store");
    }
  }

  private void sendWhole(HttpServerResponse response, HttpResult reply) {
    if (request.method().name().equals("HEAD")) {
      long length = reply.file() == null ? reply.body().length : reply.file().length();
      response.putHeader("Content-Length", Long.toString(length));
      response.end();
    } else if (reply.file() == null) {
      end(response, reply.body());
    } else {
      send(response, reply.file());
    }
  }

  private void end(HttpServerResponse response, byte[] body) {
    ConnectionTimer timer = body.length < WORTH_COUNTING ? null : ConnectionTimer.of(request);
    if (timer == null) {
      response.end(Buffer.buffer(body));
      return;
    }
    timer.holds(body.length);
    response.end(Buffer.buffer(body)).onComplete(ended -> timer.holds(-body.length));
  }

  /** From the disk to the network without passing through the heap. */
  private void send(HttpServerResponse response, HttpResult.FileSlice file) {
    response
        .sendFile(file.path().toString(), file.offset(), file.length())
        // Too late for another status; the client notices the cut connection.
        .onFailure(e -> request.connection().close());
  }

  /**
   * Responds while the client may still be sending. Closing at once would make the client's kernel
   * drop the response unread, so the rest of the body is read and dropped for 5 s first.
   */
  void refuseUnread(HttpResult reply) {
    if (request.isEnded() || !hasBody()) {
      send(reply);
      return;
    }
    send(reply.with("Connection", "close"));
    request.handler(ignored -> {});
    request.endHandler(ignored -> {});
    request.resume();
    vertx.setTimer(LINGER_MILLIS, ignored -> request.connection().close());
  }

  /** A message without either header has none (RFC 9112 §6.3). */
  private boolean hasBody() {
    String length = request.getHeader("Content-Length");
    return request.headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
  }
}
