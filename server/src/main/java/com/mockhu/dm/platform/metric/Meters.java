package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * Every metric of the server. Nothing is gathered before somebody reads: a feature counts for
 * itself, and says here where to look. Two that add to one name share the metric, each with labels
 * of its own.
 */
public final class Meters {
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private final Map<String, Family> all = new ConcurrentSkipListMap<>();

  /** What only grows; {@code name} without the ending {@code _total}, which is added. */
  public void counter(String name, String help, Samples samples) {
    ((Family.Counter) family(name, () -> new Family.Counter(name, help))).add(samples);
  }

  /** What is so now. */
  public void gauge(String name, String help, Samples samples) {
    ((Family.Gauge) family(name, () -> new Family.Gauge(name, help))).add(samples);
  }

  public void histogram(String name, String help, Supplier<Distributions> distributions) {
    ((Family.Histogram) family(name, () -> new Family.Histogram(name, help))).add(distributions);
  }

  private Family family(String name, Supplier<Family> maker) {
    return all.computeIfAbsent(name, key -> maker.get());
  }

  /** All of them, in the text format of Prometheus. */
  public byte[] text() {
    MetricSnapshots snapshots =
        new MetricSnapshots(
            all.values().stream().map(Family::snapshot).toArray(MetricSnapshot[]::new));
    ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
    try {
      PrometheusTextFormatWriter.create().write(out, snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
