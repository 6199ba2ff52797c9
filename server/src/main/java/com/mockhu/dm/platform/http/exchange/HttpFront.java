package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.CurrentCaller;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.AllowedOrigins;
import com.mockhu.dm.platform.http.Authenticator;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RequestId;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.client.ClientAddresses;
import com.mockhu.dm.platform.http.client.TrustedProxies;
import com.mockhu.dm.platform.http.syntax.RequestHead;
import com.mockhu.dm.platform.http.syntax.RequestPath;
import com.mockhu.dm.platform.limit.LimitSettings;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.metric.Meters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/**
 * Receives each HTTP request: finds its route, reads its body within bounds, authenticates its
 * caller, and responds in the envelope. Requests arrive on event loops; endpoints run on {@code
 * threads}.
 */
public final class HttpFront {
  private static final String BEARER = "bearer ";

  /** Later than this the client gets 503; work that has begun may still finish. */
  private static final long LONGEST_MILLIS = 4_700;

  private final Vertx vertx;
  private final Routes routes;
  private final Authenticator authenticator;
  private final Executor threads;
  private final Capacity bodies;
  private final Capacity streams;
  private final RequestLimits limits;
  private final ClientAddresses clients;
  private final AllowedOrigins origins;
  private final HttpMeters meters = new HttpMeters();
  private final UnreadableRequests unreadable = new UnreadableRequests(meters);

  public HttpFront(Vertx vertx, Routes routes, Authenticator authenticator, Executor threads) {
    this(vertx, routes, authenticator, threads, HttpBounds.STANDARD);
  }

  public HttpFront(
      Vertx vertx,
      Routes routes,
      Authenticator authenticator,
      Executor threads,
      HttpBounds bounds) {
    this(vertx, routes, authenticator, threads, bounds, Admission.FREE);
  }

  /**
   * Limits of requests, and how clients are identified.
   *
   * @param clients finds the address that a client's requests are counted by
   * @param origins whose pages may read the replies
   */
  public record Admission(RateLimits limits, ClientAddresses clients, AllowedOrigins origins) {
    /** No limits, and no proxies. */
    static final Admission FREE =
        new Admission(
            new RateLimits(LimitSettings.OFF, System::nanoTime),
            new ClientAddresses(TrustedProxies.NONE),
            AllowedOrigins.NONE);
  }

  public HttpFront(
      Vertx vertx,
      Routes routes,
      Authenticator authenticator,
      Executor threads,
      HttpBounds bounds,
      Admission admission) {
    this.limits = new RequestLimits(admission.limits());
    this.clients = admission.clients();
    this.origins = admission.origins();
    this.vertx = vertx;
    this.routes = routes;
    this.authenticator = authenticator;
    this.threads = threads;
    this.bodies = new Capacity(bounds.bodyBytes());
    this.streams = new Capacity(bounds.streams());
  }

  public void addMeters(Meters all) {
    meters.addTo(all, bodies, streams);
  }

  public void receive(HttpServerRequest request) {
    if (!unreadable.passes(request)) {
      return;
    }
    ResponseWriter answer = answer(request);
    if (origins.isPreflight(request)) {
      answer.send(AllowedOrigins.preflight());
      return;
    }
    try {
      RequestHead.checkPacking(request);
      Routes.Match match = routes.match(request.method().name(), path(request));
      answer.found(match.route());
      switch (match.route().body()) {
        case WHOLE -> whole(request, answer, match);
        case STREAMED -> stream(request, answer, match);
      }
    } catch (ApiException e) {
      answer.refuseUnread(HttpResult.failure(e));
    }
  }

  private void whole(HttpServerRequest request, ResponseWriter answer, Routes.Match match) {
    Route route = match.route();
    Runnable check = route.access() == Access.OPEN ? null : () -> caller(route, request);
    Body.Proof proof = new Body.Proof(threads, check);
    Body.read(request, answer, bodies, proof, body -> run(request, answer, match, body));
  }

  /** A request that is not valid HTTP; the connection closes after the response. */
  public void refuseInvalid(HttpServerRequest request) {
    unreadable.refuse(request);
  }

  /** Whether the head leaves no doubt where the request ends; if not, it was refused. */
  public boolean isReadable(HttpServerRequest request) {
    return unreadable.passes(request);
  }

  /** Responds to a request outside the table of routes. */
  public void answer(HttpServerRequest request, HttpResult reply) {
    answer(request).send(reply);
  }

  private ResponseWriter answer(HttpServerRequest request) {
    return new ResponseWriter(vertx, request, meters, clients, origins);
  }

  private static List<String> path(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !path.startsWith("/")) {
      throw ApiException.invalid("The request's path must begin with a slash.");
    }
    return RequestPath.segments(path);
  }

  private void run(
      HttpServerRequest request, ResponseWriter answer, Routes.Match match, byte[] body) {
    // Several waits of seconds each may add up while the database is away.
    long millis = LONGEST_MILLIS + (match.route().isHeld() ? heldMillis(request) : 0);
    long timer =
        vertx.setTimer(
            millis, ignored -> answer.send(HttpResult.failure(ErrorMapper.databaseAway())));
    threads.execute(
        traced(
            answer,
            () -> {
              answer.send(reply(request, answer, match, body, null));
              vertx.cancelTimer(timer);
            }));
  }

  /** The wait that the caller asked for. */
  private static long heldMillis(HttpServerRequest request) {
    String seconds = request.getParam("wait");
    boolean isNumber = seconds != null && seconds.matches("\\d{1,3}");
    return isNumber ? TimeUnit.SECONDS.toMillis(Long.parseLong(seconds)) : 0;
  }

  private void stream(HttpServerRequest request, ResponseWriter answer, Routes.Match match) {
    if (!streams.take(1, false)) {
      answer.refuseUnread(Capacity.full());
      return;
    }
    request.pause();
    BodyStream body = new BodyStream(request);
    threads.execute(
        traced(
            answer,
            () -> {
              HttpResult reply = reply(request, answer, match, null, body);
              streams.giveBack(1, false);
              answer.refuseUnread(reply);
            }));
  }

  /** Log lines of the work carry the request id that the client sees. */
  private static Runnable traced(ResponseWriter answer, Runnable work) {
    return () -> {
      try (var _ = MDC.putCloseable(RequestId.IN_LOG, answer.id())) {
        work.run();
      }
    };
  }

  private HttpResult reply(
      HttpServerRequest request,
      ResponseWriter answer,
      Routes.Match match,
      byte[] body,
      BodyStream stream) {
    try {
      if (!request.method().name().equals("GET")) {
        // Ranges are defined for GET alone (RFC 9110 §14.2): HEAD states the whole length.
        request.headers().remove("Range");
      }
      Caller caller = caller(match.route(), request);
      answer.calledBy(caller);
      Request whole =
          new Request(
              match.variables(),
              params(request),
              request.headers(),
              answer.origin(),
              body,
              stream,
              caller);
      UUID person = caller == null ? null : caller.userId();
      return CurrentCaller.call(person, () -> limits.answer(match.route(), whole));
    } catch (RuntimeException | Error e) {
      return failure(ErrorMapper.map(e));
    }
  }

  /** A failure that cannot be serialised must not leave the client waiting. */
  static HttpResult failure(ApiException known) {
    try {
      return HttpResult.failure(known);
    } catch (RuntimeException unspeakable) {
      return HttpResult.failure(ErrorMapper.map(unspeakable));
    }
  }

  private static MultiMap params(HttpServerRequest request) {
    try {
      return request.params();
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid("The query is not properly encoded.");
    }
  }

  private Caller caller(Route route, HttpServerRequest request) {
    return switch (route.access()) {
      case OPEN -> null;
      case PERSON -> person(authenticator.authenticate(bearer(request)));
      case SERVICE -> service(authenticator.authenticate(bearer(request)));
    };
  }

  private static Caller person(Caller caller) {
    if (caller.userId() == null) {
      throw ApiException.unauthorized("This route needs the token of a person.");
    }
    return caller;
  }

  private static Caller service(Caller caller) {
    if (!caller.isService()) {
      throw new ApiException(ErrorCode.FORBIDDEN, "This needs a service token (scope dm:admin).");
    }
    return caller;
  }

  /** The token of an {@code Authorization: Bearer} header (RFC 6750 §2.1), or null. */
  public static String bearer(HttpServerRequest request) {
    return bearer(request.getHeader("Authorization"));
  }

  /** As {@link #bearer(HttpServerRequest)}; {@code header} may be null. */
  public static String bearer(String header) {
    boolean isBearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return isBearer ? header.substring(BEARER.length()).strip() : null;
  }
}
