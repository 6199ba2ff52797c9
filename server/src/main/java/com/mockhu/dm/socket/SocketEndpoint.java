package com.mockhu.dm.socket;

import com.mockhu.dm.identity.session.Tickets;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.RequestId;
import com.mockhu.dm.platform.http.client.ClientAddress;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.platform.http.syntax.Handshake;
import com.mockhu.dm.platform.http.syntax.HeaderList;
import com.mockhu.dm.platform.http.syntax.RequestPath;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.socket.connection.SocketServer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.MDC;

/** {@code GET /v1/ws/messages}: authenticates the caller, and only then upgrades (behaviour §7). */
public final class SocketEndpoint {
  /** High, because a school or a phone network may share one address. */
  public static final RateLimit HANDSHAKES_PER_ADDRESS_PER_MINUTE =
      new RateLimit("handshakes_per_address_per_minute", 6_000);

  public static final String PATH = "/v1/ws/messages";
  public static final String SUBPROTOCOL = "bearer";

  private static final int RESTART_SECONDS = 5;

  private final AdmissionGate redemptions = new AdmissionGate();
  private final Authenticator authenticator;
  private final Tickets tickets;
  private final SocketServer server;
  private final RateLimits limits;
  private final Executor threads;

  SocketEndpoint(
      Authenticator authenticator,
      Tickets tickets,
      SocketServer server,
      RateLimits limits,
      Executor threads) {
    this.limits = limits;
    this.authenticator = authenticator;
    this.tickets = tickets;
    this.server = server;
    this.threads = threads;
  }

  /** Answers a request without an upgrade. */
  static HttpResult requireUpgrade() {
    throw new ApiException(
        ErrorCode.UPGRADE_REQUIRED,
        "This path accepts only WebSocket connections; ask for an upgrade.");
  }

  /** Whether the request asks for an upgrade at this path, in any encoding of the path. */
  public static boolean isFor(HttpServerRequest request) {
    return Handshake.isAsked(request)
        && request.path() != null
        && request.path().startsWith("/")
        && RequestPath.isSame(request.path(), PATH);
  }

  /**
   * Takes a request to upgrade, on the event loop. {@code answer} sends a reply and ends the
   * request.
   */
  public void receive(
      HttpServerRequest request, ClientAddress client, Consumer<HttpResult> answer) {
    Consumer<HttpResult> refuse =
        reply -> {
          server.refused();
          answer.accept(reply);
        };
    try {
      admit(request, client);
    } catch (ApiException e) {
      refuse.accept(HttpResult.failure(e));
      return;
    }
    request.pause();
    Context context = Vertx.currentContext();
    threads.execute(
        () -> {
          try (var _ = MDC.putCloseable(RequestId.IN_LOG, RequestId.of(request))) {
            arrive(request, refuse, context);
          }
        });
  }

  private void arrive(HttpServerRequest request, Consumer<HttpResult> refuse, Context context) {
    try {
      Caller caller = authenticate(request);
      context.runOnContext(ignored -> upgrade(request, caller));
    } catch (RuntimeException e) {
      refuse.accept(HttpResult.failure(ErrorMapper.map(e)));
    }
  }

  /** Refuses before any lookup when the server stops or the address sends too many handshakes. */
  private void admit(HttpServerRequest request, ClientAddress client) {
    if (server.isStopping()) {
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE,
          "The server is restarting; try again in some seconds.",
          RESTART_SECONDS);
    }
    Handshake.check(request);
    limits.charge(HANDSHAKES_PER_ADDRESS_PER_MINUTE, client.network());
  }

  private void upgrade(HttpServerRequest request, Caller caller) {
    Optional<String> cursor = Optional.ofNullable(parameter(request, "cursor"));
    request.toWebSocket().onSuccess(socket -> server.open(socket, caller, cursor));
  }

  private Caller authenticate(HttpServerRequest request) {
    String ticket = parameter(request, "ticket");
    Caller caller =
        ticket == null
            ? authenticator.authenticate(token(request))
            : redemptions.pass(() -> tickets.redeem(ticket));
    if (caller.userId() == null) {
      throw ApiException.unauthorized("The token has no user; it cannot open a socket.");
    }
    return caller;
  }

  /** Null also for an empty value. */
  private static String parameter(HttpServerRequest request, String name) {
    String value = request.getParam(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private static String token(HttpServerRequest request) {
    String header = HttpFront.bearer(request);
    if (header != null) {
      return header;
    }
    String query = parameter(request, "token");
    return query != null ? query : offered(request.headers().getAll("Sec-WebSocket-Protocol"));
  }

  /** Browsers cannot set headers: the second subprotocol may be the token. */
  private static String offered(List<String> lines) {
    List<String> protocols = HeaderList.of(lines);
    boolean isPair = protocols.size() == 2 && protocols.getFirst().equals(SUBPROTOCOL);
    return isPair ? protocols.getLast() : null;
  }
}
