package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How often values fell between bounds. */
public final class Distribution {
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Those that OpenTelemetry recommends for the duration of requests, and finer ones below. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private static final double[] SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500};

  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  private Distribution(double[] bounds) {
    this.bounds = bounds;
    this.counts = new LongAdder[bounds.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  public static Distribution ofSeconds() {
    return new Distribution(SECONDS);
  }

  /** For counts of things, up to 500. */
  public static Distribution ofSizes() {
    return new Distribution(SIZES);
  }

  public void add(double value) {
    int at = 0;
    while (at < bounds.length && value > bounds[at]) {
      at++;
    }
    counts[at].increment();
    sum.add(value);
  }

  /** For a distribution of seconds: the time from {@code start} to {@code end}. */
  public void addNanos(long start, long end) {
    add((end - start) / NANOS);
  }

  HistogramDataPointSnapshot snapshot(Labels labels) {
    double[] upper = new double[counts.length];
    long[] values = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      upper[i] = i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY;
      values[i] = counts[i].sum();
    }
    return HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(ClassicHistogramBuckets.of(upper, values))
        .sum(sum.sum())
        .labels(labels)
        .build();
  }
}
