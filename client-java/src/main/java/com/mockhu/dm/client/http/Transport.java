package com.mockhu.dm.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Requests to one server, each tried once. It keeps apart what was not sent and what was not
 * answered, because only the first may be repeated without a key.
 */
public final class Transport implements AutoCloseable {
  private final URI server;
  private final HttpClient http;
  private final Duration timeout;

  /**
   * @param server scheme, host and port; a path where the server is served below one
   * @param connectTimeout the longest wait for a connection
   * @param timeout the longest wait for an answer
   */
  public Transport(URI server, Duration connectTimeout, Duration timeout) {
    // A WebSocket opens from HTTP/1.1 alone.
    this(
        server,
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .build(),
        timeout);
  }

  /**
   * For a client with a proxy, certificates or threads of the program's own.
   *
   * @param http speaks HTTP/1.1, because a WebSocket opens from that alone; {@link #close} ends it
   * @param timeout the longest wait for an answer
   */
  public Transport(URI server, HttpClient http, Duration timeout) {
    this.server = URI.create(server.toString().replaceFirst("/$", ""));
    this.http = http;
    this.timeout = timeout;
  }

  public URI server() {
    return server;
  }

  /** {@code token} is null for a request without authentication. */
  public Reply send(Call call, String token) {
    try {
      HttpResponse<String> response = exchange(call, token, BodyHandlers.ofString());
      return Reply.Answered.of(response.statusCode(), response.body(), response.headers());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Reply.NotSent(e);
    } catch (IOException e) {
      return new Reply.Unanswered(e);
    }
  }

  /** The bytes that a path answers with, whatever its status. */
  public HttpResponse<byte[]> download(Call call, String token) throws IOException {
    return exchange(call, token, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> exchange(Call call, String token, BodyHandler<T> handler)
      throws IOException {
    try {
      return http.send(request(call, token), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) new InterruptedIOException().initCause(e);
    }
  }

  private HttpRequest request(Call call, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + call.target()))
            .timeout(call.timeout() == null ? timeout : call.timeout())
            .method(call.method(), call.body());
    call.headers().forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request.build();
  }

  /** Opens a WebSocket on a path of the server; {@code token} is null without authentication. */
  public CompletableFuture<WebSocket> open(
      String target, String token, WebSocket.Listener listener) {
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (token != null) {
      builder.header("Authorization", "Bearer " + token);
    }
    return open(builder, target, listener);
  }

  /** As {@link #open}, behind a gateway that removes the {@code Authorization} header. */
  public CompletableFuture<WebSocket> openBySubprotocol(
      String target, String token, WebSocket.Listener listener) {
    return open(http.newWebSocketBuilder().subprotocols("bearer", token), target, listener);
  }

  private CompletableFuture<WebSocket> open(
      WebSocket.Builder builder, String target, WebSocket.Listener listener) {
    builder.connectTimeout(timeout);
    URI address = URI.create(server.toString().replaceFirst("^http", "ws") + target);
    return builder.buildAsync(address, listener);
  }

  /** Cancels running requests. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
