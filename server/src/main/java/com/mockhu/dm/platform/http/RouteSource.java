package com.mockhu.dm.platform.http;

/** Adds a feature's routes. */
@FunctionalInterface
public interface RouteSource {
  void addTo(Routes routes);
}
