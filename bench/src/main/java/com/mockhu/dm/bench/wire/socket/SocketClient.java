package com.mockhu.dm.bench.wire.socket;

import com.mockhu.dm.bench.wire.Person;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Opens WebSockets to the server on {@code /v1/ws/messages}. */
public final class SocketClient implements AutoCloseable {
  private final Connector connector;

  public SocketClient(URI server, int threads) {
    this.connector =
        new Connector(new InetSocketAddress(server.getHost(), server.getPort()), threads);
  }

  public EventLoop nextLoop() {
    return connector.nextLoop();
  }

  /** Connects as that person; completes exceptionally when the upgrade is refused. */
  public CompletableFuture<Socket> open(Person person, EventLoop loop, SocketListener listener) {
    return open(person, "", loop, listener);
  }

  /** As the other, with a {@code query} that begins with a question mark. */
  public CompletableFuture<Socket> open(
      Person person, String query, EventLoop loop, SocketListener listener) {
    CompletableFuture<Socket> opened = new CompletableFuture<>();
    connector
        .connect(loop, new UpgradeHandler(request(person, query), listener, opened))
        .addListener(done -> failIfNot(done.isSuccess(), done.cause(), opened));
    return opened;
  }

  /** A connection for HTTP requests; callbacks run on that loop. */
  public CompletableFuture<HttpLine> openHttp(EventLoop loop) {
    CompletableFuture<HttpLine> opened = new CompletableFuture<>();
    connector
        .connect(loop, new HttpHandler(opened))
        .addListener(done -> failIfNot(done.isSuccess(), done.cause(), opened));
    return opened;
  }

  private static void failIfNot(boolean isDone, Throwable cause, CompletableFuture<?> opened) {
    if (!isDone) {
      opened.completeExceptionally(cause);
    }
  }

  private String request(Person person, String query) {
    return """
    GET /v1/ws/messages%s HTTP/1.1\r
    Host: %s:%d\r
    Upgrade: websocket\r
    Connection: Upgrade\r
    Sec-WebSocket-Version: 13\r
    Sec-WebSocket-Key: bW9ja2h1LWRtLWJlbmNoIQ==\r
    Authorization: Bearer %s\r
    \r
    """
        .formatted(
            query,
            connector.server().getHostString(),
            connector.server().getPort(),
            person.token());
  }

  @Override
  public void close() {
    connector.close();
  }
}
