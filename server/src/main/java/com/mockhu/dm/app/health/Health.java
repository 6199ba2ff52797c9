package com.mockhu.dm.app.health;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import java.util.Map;

/** Answers probes: whether the server can serve, and why not (behaviour §1). */
public final class Health {
  private static final long RETRY_SECONDS = 5;

  private final Dependencies dependencies;
  private volatile boolean isStopping;

  public Health(Dependencies dependencies) {
    this.dependencies = dependencies;
  }

  private record Status(String status) {}

  private record Readiness(String status, Map<String, String> checks) {}

  public void addTo(Routes routes) {
    RouteLimit limit = new RouteLimit.Unlimited("probes cost the database little, however many");
    routes.open("GET", "/health", limit, this::plain);
    // A liveness probe must not depend on the database.
    routes.open("GET", "/health/live", limit, request -> HttpResult.bare(200, new Status("ok")));
    routes.open("GET", "/health/ready", limit, this::ready);
  }

  /** From now on load balancers should send no requests here. */
  public void stop() {
    isStopping = true;
  }

  private HttpResult plain(Request request) {
    if (isStopping) {
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE, "The server is stopping.", RETRY_SECONDS);
    }
    if (!dependencies.isReady()) {
      throw ErrorMapper.databaseAway();
    }
    return HttpResult.bare(200, new Status("ok"));
  }

  private HttpResult ready(Request request) {
    if (isStopping) {
      throw notReady("The server is stopping.", Map.of("server", "stopping"));
    }
    Dependencies.State state = dependencies.state();
    if (!state.isReady()) {
      throw notReady("Something that the server needs is away.", state.checks());
    }
    return HttpResult.bare(200, new Readiness(state.isWhole() ? "ok" : "degraded", state.checks()));
  }

  private static ApiException notReady(String message, Map<String, String> checks) {
    return new ApiException(
        ErrorCode.UNAVAILABLE, message, Map.of("retry_after", RETRY_SECONDS, "checks", checks));
  }
}
