package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Set;

/** What is counted of requests; by route, for a path would hold ids and have no end. */
final class HttpMeters {
  static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  private final Histogram durations =
      Metric.durations(
          "http_server_request_duration_seconds",
          "From a request's head to its answer; with ?wait= that is how long it was held",
          "http_request_method",
          "http_route",
          "http_response_status_code");

  private final Tally<ErrorCode> errors =
      new Tally<>(
          Metric.counter("dm_http_errors", "Answers that refuse, by code", "code"),
          ErrorCode.class,
          ErrorCode::code);

  private final RefusalLog refusals = new RefusalLog();

  /** {@code route}: null when none was found. */
  void answered(String method, Route route, HttpResult reply, long nanosSince) {
    if (reply.failure() != null) {
      errors.add(reply.failure());
    }
    durations
        .labelValues(
            // Clients can send any method; each would become a series.
            METHODS.contains(method) ? method : "_OTHER",
            route == null ? "unmatched" : route.template(),
            Integer.toString(reply.status()))
        .observe(Unit.nanosToSeconds(System.nanoTime() - nanosSince));
  }

  /** Before there was a request to count. */
  void refused(ErrorCode code) {
    errors.add(code);
  }

  RefusalLog refusals() {
    return refusals;
  }

  void addTo(Meters meters, Capacity bodies, Capacity streams) {
    meters.add(durations, errors.counter());
    meters.gauge(
        "dm_http_body_bytes",
        "Bytes of JSON bodies in memory; bounded by DM_MEMORY_REQUESTS_MEGABYTES",
        bodies::taken);
    meters.gauge(
        "dm_http_streams",
        "Bodies being read as they arrive: uploads; bounded by DM_UPLOADS_AT_ONCE",
        streams::taken);
  }
}
