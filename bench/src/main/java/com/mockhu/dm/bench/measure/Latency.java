package com.mockhu.dm.bench.measure;

import org.HdrHistogram.Histogram;

/** Percentiles of one interval, in milliseconds; NaN when nothing was recorded. */
public record Latency(double p50, double p99, double max) {
  /** A histogram of nanoseconds, exact to three digits, that grows as far as it must. */
  public static Histogram histogram() {
    return new Histogram(3);
  }

  public static Latency of(Histogram nanos) {
    return nanos.getTotalCount() == 0
        ? new Latency(Double.NaN, Double.NaN, Double.NaN)
        : new Latency(
            nanos.getValueAtPercentile(50) / 1e6,
            nanos.getValueAtPercentile(99) / 1e6,
            nanos.getMaxValue() / 1e6);
  }
}
