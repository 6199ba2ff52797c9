package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.Ids;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** By which one request is found again: in its answer, and in the log (behaviour §1). */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  /** As the log calls it. */
  static final String IN_LOG = "request_id";

  /** Nothing that could end a line of the log, or begin another. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

  private RequestId() {}

  /** The one that comes along, from a proxy as a rule; made here when there is none to be used. */
  static String of(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    return given != null && SANE.matcher(given).matches() ? given : Ids.next().toString();
  }
}
