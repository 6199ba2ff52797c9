package com.mockhu.dm.app.metric;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.RouteLimit;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.http.exchange.HttpFront;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** {@code GET /metrics} for Prometheus, protected as the settings say. */
public final class MetricsEndpoint {
  /** What a proxy adds: then the client is another machine than the peer. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  private final MetricsSettings settings;
  private final Meters meters;

  public MetricsEndpoint(MetricsSettings settings, Meters meters) {
    this.settings = settings;
    this.meters = meters;
  }

  public void addTo(Routes routes) {
    routes.open("GET", "/metrics", new RouteLimit.Unlimited("guarded by its token"), this::answer);
  }

  private HttpResult answer(Request request) {
    if (!settings.on()) {
      throw ApiException.notFound("This path does not exist.");
    }
    if (!isFree(request)) {
      prove(request, settings.token());
    }
    return HttpResult.document(Meters.CONTENT_TYPE, meters.text());
  }

  private static void prove(Request request, Secret token) {
    String given = HttpFront.bearer(request.header("Authorization").orElse(null));
    boolean isRight =
        given != null
            && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.bytes());
    if (!isRight) {
      throw ApiException.unauthorized("The metrics need their own token.");
    }
  }

  /**
   * A proxy on this machine that adds no header looks like the machine itself, so that only the
   * operator can know whether a local connection is local.
   */
  private boolean isFree(Request request) {
    return settings.isLocalFree()
        && request.isDirectlyLocal()
        && FORWARDED.stream().noneMatch(name -> request.header(name).isPresent());
  }
}
