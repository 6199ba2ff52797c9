package com.mockhu.dm.bench.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure over all repetitions; NaN means "not measured". */
public record Figure(String name, String unit, List<Double> values) {
  public Figure {
    values = List.copyOf(values);
  }

  public static Figure once(String name, String unit, double value) {
    return new Figure(name, unit, List.of(value));
  }

  /** The figure that {@code read} takes from each repetition. */
  public static <T> Figure over(
      List<T> repetitions, String name, String unit, ToDoubleFunction<T> read) {
    return new Figure(
        name, unit, repetitions.stream().map(each -> read.applyAsDouble(each)).toList());
  }

  public boolean isMeasured() {
    return !values.isEmpty() && values.stream().noneMatch(value -> value.isNaN());
  }

  public double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  public double min() {
    return sorted()[0];
  }

  public double max() {
    return sorted()[values.size() - 1];
  }

  private double[] sorted() {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
