package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The values of one metric, one for each combination of its labels. */
public final class Samples {
  private final List<Sample> all = new ArrayList<>();

  private record Sample(Labels labels, DoubleSupplier value) {}

  /** Takes one value and its labels. */
  @FunctionalInterface
  interface Reader {
    void read(Labels labels, double value);
  }

  public static Samples of(DoubleSupplier value, String... labels) {
    return new Samples().add(value, labels);
  }

  /** {@code labels}: names and values in turns. */
  public Samples add(DoubleSupplier value, String... labels) {
    all.add(new Sample(Labels.of(labels), value));
    return this;
  }

  void each(Reader reader) {
    all.forEach(one -> reader.read(one.labels, one.value.getAsDouble()));
  }
}
