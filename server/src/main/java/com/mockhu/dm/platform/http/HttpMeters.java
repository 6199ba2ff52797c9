package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Distribution;
import com.mockhu.dm.platform.metric.Distributions;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Samples;
import com.mockhu.dm.platform.metric.Tally;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted of requests; by route, for a path would hold ids and have no end. */
final class HttpMeters {
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private final Map<Kind, Distribution> durations = new ConcurrentHashMap<>();
  private final Tally<ErrorCode> errors = new Tally<>(ErrorCode.class);

  private final RefusalLog refusals = new RefusalLog();

  private record Kind(String method, String route, int status) {}

  /** {@code route}: null when none was found. */
  void answered(String method, Route route, Reply reply, long nanosSince) {
    if (reply.failure() != null) {
      errors.add(reply.failure());
    }
    Kind kind =
        new Kind(
            // Anybody can think of methods; each would be a series more.
            METHODS.contains(method) ? method : "_OTHER",
            route == null ? "unmatched" : route.template(),
            reply.status());
    durations
        .computeIfAbsent(kind, k -> Distribution.ofSeconds())
        .addNanos(nanosSince, System.nanoTime());
  }

  /** Before there was a request to count. */
  void refused(ErrorCode code) {
    errors.add(code);
  }

  RefusalLog refusals() {
    return refusals;
  }

  void addTo(Meters meters, Room bodies, Room streams) {
    meters.histogram(
        "http_server_request_duration_seconds",
        "From a request's head to its answer; with ?wait= that is how long it was held",
        this::byKind);
    meters.counter(
        "dm_http_errors", "Answers that refuse, by code", errors.samples("code", ErrorCode::code));
    meters.gauge(
        "dm_http_body_bytes",
        "Bytes of JSON bodies in memory; bounded by DM_MEMORY_REQUESTS_MEGABYTES",
        Samples.of(bodies::taken));
    meters.gauge(
        "dm_http_streams",
        "Bodies being read as they arrive: uploads; bounded by DM_UPLOADS_AT_ONCE",
        Samples.of(streams::taken));
  }

  private Distributions byKind() {
    Distributions all = new Distributions();
    durations.forEach(
        (kind, distribution) ->
            all.add(
                distribution,
                "http_request_method",
                kind.method,
                "http_route",
                kind.route,
                "http_response_status_code",
                Integer.toString(kind.status)));
    return all;
  }
}
