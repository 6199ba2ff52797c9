package com.mockhu.dm.platform.metric;

/** Adds a feature's metrics. */
@FunctionalInterface
public interface MeterSource {
  void addTo(Meters meters);
}
