package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.LogThrottle;
import com.mockhu.dm.platform.http.RequestId;
import com.mockhu.dm.platform.http.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs at least one line for each reason of a 503. */
final class RefusalLog {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
  private final LogThrottle<String> throttle = new LogThrottle<>();

  void note(String method, Route route, String requestId) {
    // Probes ask to hear of it; they are no news.
    if (route == null || route.template().startsWith("/health")) {
      return;
    }
    if (throttle.allows(route.template())) {
      String before = MDC.get(RequestId.IN_LOG);
      MDC.put(RequestId.IN_LOG, requestId);
      LOG.warn(
          "Refused {} {} with 503; further ones are not logged for 10 s", method, route.template());
      restore(before);
    }
  }

  private static void restore(String before) {
    if (before == null) {
      MDC.remove(RequestId.IN_LOG);
    }
  }
}
