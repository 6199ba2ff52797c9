package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Every metric of the server. Several may share a name when they differ in the values of their
 * labels, as those of the writers do; the library's own registry refuses that.
 */
public final class Meters {
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final List<Collector> all = new CopyOnWriteArrayList<>();

  public void add(Collector... metrics) {
    all.addAll(List.of(metrics));
  }

  /** A value that only grows, read when the page is asked for; see {@link Metric#counter}. */
  public void counter(String name, String help, DoubleSupplier value) {
    counters(name, help, values -> values.call(value.getAsDouble()));
  }

  /** As {@link #counter}, one for each combination of labels. */
  public void counters(
      String name, String help, Consumer<CounterWithCallback.Callback> values, String... labels) {
    add(
        CounterWithCallback.builder()
            .name(name)
            .help(help)
            .labelNames(labels)
            .callback(values)
            .build());
  }

  /** A value of now, read when the page is asked for. */
  public void gauge(String name, String help, DoubleSupplier value) {
    gauges(name, help, values -> values.call(value.getAsDouble()));
  }

  /** As {@link #gauge}, one for each combination of labels. */
  public void gauges(
      String name, String help, Consumer<GaugeWithCallback.Callback> values, String... labels) {
    add(
        GaugeWithCallback.builder()
            .name(name)
            .help(help)
            .labelNames(labels)
            .callback(values)
            .build());
  }

  /** All of them, in the text format of Prometheus. */
  public byte[] text() {
    MetricSnapshot[] snapshots =
        all.stream().map(Collector::collect).toArray(MetricSnapshot[]::new);
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
    try {
      PrometheusTextFormatWriter.create().write(out, new MetricSnapshots(snapshots));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
