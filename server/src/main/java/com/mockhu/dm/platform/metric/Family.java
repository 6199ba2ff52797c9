package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One metric, whoever adds to it. */
sealed interface Family {
  MetricSnapshot snapshot();

  record Counter(String name, String help, List<Samples> parts) implements Family {
    Counter(String name, String help) {
      this(name, help, new CopyOnWriteArrayList<>());
    }

    void add(Samples part) {
      parts.add(part);
    }

    @Override
    public MetricSnapshot snapshot() {
      CounterSnapshot.Builder snapshot = CounterSnapshot.builder().name(name).help(help);
      for (Samples part : parts) {
        part.each(
            (labels, value) ->
                snapshot.dataPoint(new CounterDataPointSnapshot(value, labels, null, 0)));
      }
      return snapshot.build();
    }
  }

  record Gauge(String name, String help, List<Samples> parts) implements Family {
    Gauge(String name, String help) {
      this(name, help, new CopyOnWriteArrayList<>());
    }

    void add(Samples part) {
      parts.add(part);
    }

    @Override
    public MetricSnapshot snapshot() {
      GaugeSnapshot.Builder snapshot = GaugeSnapshot.builder().name(name).help(help);
      for (Samples part : parts) {
        part.each(
            (labels, value) -> snapshot.dataPoint(new GaugeDataPointSnapshot(value, labels, null)));
      }
      return snapshot.build();
    }
  }

  record Histogram(String name, String help, List<Supplier<Distributions>> parts)
      implements Family {
    Histogram(String name, String help) {
      this(name, help, new CopyOnWriteArrayList<>());
    }

    void add(Supplier<Distributions> part) {
      parts.add(part);
    }

    @Override
    public MetricSnapshot snapshot() {
      HistogramSnapshot.Builder snapshot = HistogramSnapshot.builder().name(name).help(help);
      parts.forEach(part -> part.get().points().forEach(snapshot::dataPoint));
      return snapshot.build();
    }
  }
}
