package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The origins whose pages may read replies (CORS, Fetch standard §3.2). Tokens come in a header
 * that a page must have, so a browser adds nothing of its own to such a request: no credentials are
 * allowed, and {@code *} gives a page no more than any other program has.
 */
public final class AllowedOrigins {
  /** No page of another origin may read anything. */
  public static final AllowedOrigins NONE = new AllowedOrigins(Set.of());

  private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[A-Za-z0-9.-]+(:\\d{1,5})?");
  private static final String EMBEDDING = "Cross-Origin-Resource-Policy";
  private static final String ALLOW = "Access-Control-Allow-Origin";

  /** The wildcard covers every header but this one. */
  private static final Map<String, String> PREFLIGHT =
      Map.of(
          "Access-Control-Allow-Methods",
          "GET, HEAD, POST, PUT, PATCH, DELETE",
          "Access-Control-Allow-Headers",
          "Authorization, *",
          "Access-Control-Max-Age",
          "7200");

  private final Set<String> origins;

  AllowedOrigins(Set<String> origins) {
    this.origins = origins;
  }

  public static AllowedOrigins from(Environment environment) {
    String text = environment.text("DM_CORS_ORIGINS").orElse("").strip();
    List<String> origins = text.isEmpty() ? List.of() : List.of(text.split("[\\s,]+"));
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new StartupException(
            "DM_CORS_ORIGINS holds \""
                + origin
                + "\", but only origins like https://campus.example, or *.");
      }
    }
    return new AllowedOrigins(Set.copyOf(origins));
  }

  /** Whether a browser asks if it may send a request at all. */
  public boolean isPreflight(HttpServerRequest request) {
    return request.method().name().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null
        && isAllowed(request);
  }

  public static HttpResult preflight() {
    return HttpResult.empty(204).withAll(PREFLIGHT);
  }

  /** A cache must not give one origin the reply for another. */
  public void mark(HttpServerRequest request, HttpServerResponse response) {
    if (origins.isEmpty()) {
      return;
    }
    response.headers().add("Vary", "Origin");
    if (response.headers().contains(EMBEDDING)) {
      // A request for a picture names no origin; its address is signed, or the picture is public.
      response.putHeader(EMBEDDING, "cross-origin");
    }
    if (isAllowed(request)) {
      response.putHeader(ALLOW, origins.contains("*") ? "*" : request.getHeader("Origin"));
      response.putHeader("Access-Control-Expose-Headers", "*");
    }
  }

  private boolean isAllowed(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && (origins.contains("*") || origins.contains(origin));
  }
}
