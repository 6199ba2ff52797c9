package com.mockhu.dm.app.metric;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpFront;
import com.mockhu.dm.platform.http.Reply;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.settings.Secret;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** {@code GET /metrics}: what Prometheus reads, to whom the settings let it. */
public final class MetricsEndpoint {
  /** What a proxy adds: then the machine that asks is not the one that we see. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  private final MetricsSettings settings;
  private final Meters meters;

  public MetricsEndpoint(MetricsSettings settings, Meters meters) {
    this.settings = settings;
    this.meters = meters;
  }

  public void addTo(Routes routes) {
    routes.open("GET", "/metrics", this::answer);
  }

  private Reply answer(Request request) {
    if (!settings.on()) {
      throw ApiException.notFound("There is nothing at this path.");
    }
    settings.token().ifPresentOrElse(token -> prove(request, token), () -> requireLocal(request));
    return Reply.document(Meters.CONTENT_TYPE, meters.text());
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

  private static void requireLocal(Request request) {
    boolean isLocal = InetAddress.ofLiteral(request.address()).isLoopbackAddress();
    if (!isLocal || FORWARDED.stream().anyMatch(name -> request.header(name).isPresent())) {
      throw new ApiException(
          ErrorCode.FORBIDDEN, "The metrics can be read from this machine only, without a proxy.");
    }
  }
}
