package com.mockhu.dm.app.network;

import com.mockhu.dm.app.settings.ServerSettings;
import com.mockhu.dm.app.start.ListenFailure;
import com.mockhu.dm.platform.http.HttpLimits;
import com.mockhu.dm.platform.http.client.ClientAddresses;
import com.mockhu.dm.platform.http.connection.Connections;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.socket.SocketEndpoint;
import com.mockhu.dm.socket.transport.FrameReader;
import io.netty.channel.Channel;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The listening sockets, one for each event loop, on one port. */
public final class HttpListener implements AutoCloseable {
  private static final int FRAME = FrameReader.LARGEST_MESSAGE;
  private static final int BACKLOG = 4_096;

  /** Parsing and writing alone; all that blocks runs on virtual threads. */
  public static final int EVENT_LOOPS = 2;

  private final Vertx vertx;
  private final String deployment;
  private final int port;

  private HttpListener(Vertx vertx, String deployment, int port) {
    this.vertx = vertx;
    this.deployment = deployment;
    this.port = port;
  }

  public static HttpListener start(
      Vertx vertx,
      ServerSettings settings,
      HttpFront front,
      ClientAddresses clients,
      SocketEndpoint sockets,
      Connections connections) {
    AtomicInteger port = new AtomicInteger();
    DeploymentOptions options = new DeploymentOptions().setInstances(EVENT_LOOPS);
    try {
      String deployment =
          vertx
              .deployVerticle(
                  () -> new Listener(settings, front, clients, sockets, connections, port), options)
              .await();
      return new HttpListener(vertx, deployment, port.get());
    } catch (Exception e) {
      // A refusal of the network is a checked exception, thrown by a method that declares none.
      throw ListenFailure.of(settings.host(), settings.port(), e);
    }
  }

  /** One per event loop. */
  private static final class Listener extends VerticleBase {
    private final ServerSettings settings;
    private final HttpFront front;
    private final ClientAddresses clients;
    private final SocketEndpoint sockets;
    private final Connections connections;
    private final HttpServerOptions options;
    private final AtomicInteger port;

    Listener(
        ServerSettings settings,
        HttpFront front,
        ClientAddresses clients,
        SocketEndpoint sockets,
        Connections connections,
        AtomicInteger port) {
      this.clients = clients;
      this.connections = connections;
      this.settings = settings;
      this.options = options(settings);
      this.front = front;
      this.sockets = sockets;
      this.port = port;
    }

    @Override
    public Future<?> start() {
      HttpServer server = vertx.createHttpServer(options);
      server.requestHandler(this::receive);
      server.connectionHandler(this::open);
      server.invalidRequestHandler(front::refuseInvalid);
      return server.listen().onSuccess(listening -> port.set(listening.actualPort()));
    }

    private static HttpServerOptions options(ServerSettings settings) {
      return new HttpServerOptions()
          .setHost(settings.host())
          // Minus one: any free port, but the same for all listeners.
          .setPort(settings.port() == 0 ? -1 : settings.port())
          .setAcceptBacklog(BACKLOG)
          // Java's own client asks for HTTP/2 by default; refusals that close the connection, and
          // the limits below, are made for HTTP/1.1.
          .setHttp2ClearTextEnabled(false)
          .setMaxInitialLineLength(HttpLimits.URL)
          .setMaxHeaderSize(HttpLimits.HEADERS)
          .setTcpNoDelay(true)
          .setMaxWebSocketFrameSize(FRAME)
          .setMaxWebSocketMessageSize(FRAME)
          .setPerMessageWebSocketCompressionSupported(settings.isSocketCompressed())
          .setPerFrameWebSocketCompressionSupported(false)
          .setWebSocketSubProtocols(List.of(SocketEndpoint.SUBPROTOCOL));
    }

    private void open(HttpConnection connection) {
      Channel channel = ((HttpServerConnection) connection).channelHandlerContext().channel();
      if (connections.open(channel, options)) {
        clients.watch(connection);
        if (settings.isSocketCompressed()) {
          Compression.bound(connection, FRAME);
        }
      }
    }

    private void receive(HttpServerRequest request) {
      if (SocketEndpoint.isFor(request)) {
        if (front.isReadable(request)) {
          sockets.receive(request, clients.of(request), reply -> front.answer(request, reply));
        }
      } else {
        front.receive(request);
      }
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    vertx.undeploy(deployment).await();
  }
}
