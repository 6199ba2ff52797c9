package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.HttpLimits;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.limit.Charges;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.util.concurrent.TimeUnit;

/** Applies the limit of its route to each request, and adds what is left to the response. */
final class RequestLimits {
  /** A request that waited this long cannot be repeated often. */
  private static final long HELD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final RateLimits limits;

  RequestLimits(RateLimits limits) {
    this.limits = limits;
  }

  /** The key by which requests to routes with the limit {@code own} are counted. */
  private record Attempts(RateLimit own, Object subject) {}

  /**
   * @throws ApiException {@code rate_limited}, before the endpoint runs
   */
  HttpResult answer(Route route, Request request) {
    return switch (route.limit()) {
      case RouteLimit.Unlimited _ -> route.endpoint().answer(request);
      case RouteLimit.General _ -> generally(route, request);
      case RouteLimit.Own own -> byItsOwn(own.limit(), route, request);
    };
  }

  private HttpResult generally(Route route, Request request) {
    Object subject = subject(route, request);
    RateLimits.Permit permit = limits.charge(general(route), subject);
    long begun = System.nanoTime();
    HttpResult reply = reply(route, request);
    if (route.isHeld() && System.nanoTime() - begun >= HELD_NANOS) {
      permit.giveBack();
    }
    return withStatus(reply, general(route), subject);
  }

  private HttpResult byItsOwn(RateLimit own, Route route, Request request) {
    Object subject = subject(route, request);
    RateLimits.Permit permit = limits.charge(general(route), new Attempts(own, subject));
    Charges charges = new Charges();
    HttpResult reply = charges.during(() -> reply(route, request));
    if (charges.has(own)) {
      permit.giveBack();
    }
    return withStatus(reply, own, charges.subject(own).orElse(subject));
  }

  private static Object subject(Route route, Request request) {
    return route.access() == Access.OPEN ? request.address() : request.userId();
  }

  private static RateLimit general(Route route) {
    return route.access() == Access.OPEN
        ? HttpLimits.REQUESTS_PER_ADDRESS_PER_MINUTE
        : HttpLimits.REQUESTS_PER_MINUTE;
  }

  private HttpResult withStatus(HttpResult reply, RateLimit limit, Object subject) {
    // A refusal by rate names the limit that was reached, which may be another one.
    return reply.status() == ErrorCode.RATE_LIMITED.status()
        ? reply
        : limits.status(limit, subject).map(reply::withLimitStatus).orElse(reply);
  }

  private static HttpResult reply(Route route, Request request) {
    try {
      return route.endpoint().answer(request);
    } catch (RuntimeException | Error e) {
      return HttpFront.failure(ErrorMapper.map(e));
    }
  }
}
