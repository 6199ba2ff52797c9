package com.mockhu.dm.platform.config;

import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Routes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits and windows that clients act by, so that no client repeats them. Filled at the start,
 * by each feature with its own.
 */
public final class ClientConfig {
  /** Values change only with a restart: a client that is five minutes late does no harm. */
  private static final String CACHING = "public, max-age=300";

  private final Map<String, Object> parts = new TreeMap<>();

  public void add(ConfigPart part) {
    if (parts.putIfAbsent(part.name(), part.values()) != null) {
      throw new IllegalStateException("Two features configure " + part.name());
    }
  }

  /** Call when all parts are there. */
  public void addTo(Routes routes) {
    HttpResult result = HttpResult.ok(parts).with("Cache-Control", CACHING);
    routes.open("GET", "/v1/config", request -> result);
  }
}
