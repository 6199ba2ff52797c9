package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Labels;

/**
 * Makes metrics that are counted as things happen. Without exemplars: nothing here is traced, and
 * looking for a trace would cost each count something.
 */
public final class Metric {
  /** Those that OpenTelemetry recommends for the duration of requests, and finer ones below. */
  private static final double[] SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10
  };

  private static final double[] SIZES = {1, 2, 5, 10, 20, 50, 100, 200, 500};

  private Metric() {}

  /** {@code name} without the ending {@code _total}, which is added. */
  public static Counter counter(String name, String help, String... labels) {
    Counter.Builder counter = Counter.builder().name(name).help(help).labelNames(labels);
    return counter.withoutExemplars().build();
  }

  /** How often durations fell between bounds of seconds. */
  public static Histogram durations(String name, String help, String... labels) {
    return histogram(name, help).classicUpperBounds(SECONDS).labelNames(labels).build();
  }

  /** {@link #durations} that share their name with others, apart from the labels. */
  public static Histogram durations(String name, String help, Labels always) {
    return histogram(name, help).classicUpperBounds(SECONDS).constLabels(always).build();
  }

  /** As {@link #durations}, for counts of things, up to 500. */
  public static Histogram sizes(String name, String help, Labels always) {
    return histogram(name, help).classicUpperBounds(SIZES).constLabels(always).build();
  }

  private static Histogram.Builder histogram(String name, String help) {
    Histogram.Builder histogram = Histogram.builder().name(name).help(help).classicOnly();
    histogram.withoutExemplars();
    return histogram;
  }
}
