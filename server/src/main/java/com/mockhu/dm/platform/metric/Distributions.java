package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The distributions of one metric, one for each combination of its labels. */
public final class Distributions {
  private final Map<Labels, Distribution> all = new LinkedHashMap<>();

  public static Distributions of(Distribution distribution) {
    return new Distributions().add(distribution);
  }

  /** {@code labels}: names and values in turns. */
  public Distributions add(Distribution distribution, String... labels) {
    all.put(Labels.of(labels), distribution);
    return this;
  }

  List<HistogramDataPointSnapshot> points() {
    return all.entrySet().stream().map(one -> one.getValue().snapshot(one.getKey())).toList();
  }
}
