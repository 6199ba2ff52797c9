package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A counter with one label that takes the words of a fixed list, which are there from the start.
 */
public final class Tally<E extends Enum<E>> {
  private final Counter counter;
  private final Map<E, CounterDataPoint> points;

  /** {@code value}: what the label holds for a word; words with equal ones are counted together. */
  public Tally(Counter counter, Class<E> words, Function<E, String> value) {
    this.counter = counter;
    this.points = new EnumMap<>(words);
    for (E word : words.getEnumConstants()) {
      points.put(word, counter.labelValues(value.apply(word)));
    }
  }

  public void add(E word) {
    points.get(word).inc();
  }

  public Counter counter() {
    return counter;
  }
}
