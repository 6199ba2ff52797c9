package com.mockhu.dm.platform.metric;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A counter with one label that takes the words of a fixed list, which are there from the start.
 */
public final class Tally<W> {
  private final Counter counter;
  private final Map<W, CounterDataPoint> points = new HashMap<>();

  /** {@code value}: what the label holds for a word; words with equal ones are counted together. */
  public Tally(Counter counter, Collection<W> words, Function<W, String> value) {
    this.counter = counter;
    words.forEach(word -> points.put(word, counter.labelValues(value.apply(word))));
  }

  /** For the words of an enumeration. */
  public Tally(Counter counter, Class<W> words, Function<W, String> value) {
    this(counter, List.of(words.getEnumConstants()), value);
  }

  public void add(W word) {
    points.get(word).inc();
  }

  public Counter counter() {
    return counter;
  }
}
