package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.Ids;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** Identifies a request in its response and in the log (behaviour §1). */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";

  /** As the log calls it. */
  public static final String IN_LOG = "request_id";

  /** Nothing that could end a line of the log, or begin another. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

  private RequestId() {}

  /** The one that comes along, from a proxy as a rule; made here when there is none to be used. */
  public static String of(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    if (given != null && SANE.matcher(given).matches()) {
      return given;
    }
    String made = Ids.next().toString();
    // Further calls for this request return the same.
    request.headers().set(HEADER, made);
    return made;
  }
}
