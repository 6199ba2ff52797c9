package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.http.RequestId;
import com.mockhu.dm.platform.http.Route;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.MDC;

/**
 * One request in the log ({@code DM_LOG_REQUESTS}): its route and never its path or query, which
 * may hold ids, tokens and signatures.
 *
 * @param route a template
 * @param user null for a caller without an account
 */
record AccessLine(String method, String route, int status, UUID user, long millis) {
  /** Off unless the settings turn it on. */
  static final String LOGGER = "com.mockhu.dm.access";

  static AccessLine of(String method, Route route, int status, Caller caller, long nanosSince) {
    return new AccessLine(
        // Clients can send any method, of any text.
        HttpMeters.METHODS.contains(method) ? method : "_OTHER",
        route == null ? "unmatched" : route.template(),
        status,
        caller == null ? null : caller.userId(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanosSince));
  }

  void log(Logger log, String requestId) {
    // Responses are also sent on the event loop, whose MDC has no id.
    String before = MDC.get(RequestId.IN_LOG);
    MDC.put(RequestId.IN_LOG, requestId);
    log.info("{} {} {} {} ms user {}", method, route, status, millis, user == null ? "-" : user);
    if (before == null) {
      MDC.remove(RequestId.IN_LOG);
    }
  }
}
