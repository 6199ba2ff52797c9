package com.mockhu.dm.platform.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A count for each word of a fixed list. */
public final class Tally<E extends Enum<E>> {
  private final E[] words;
  private final LongAdder[] counts;

  public Tally(Class<E> type) {
    this.words = type.getEnumConstants();
    this.counts = new LongAdder[words.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = new LongAdder();
    }
  }

  public void add(E word) {
    counts[word.ordinal()].increment();
  }

  public void add(E word, long times) {
    counts[word.ordinal()].add(times);
  }

  public long of(E word) {
    return counts[word.ordinal()].sum();
  }

  /** As samples of one label, whose values {@code name} makes of the words; equal ones add up. */
  public Samples samples(String label, Function<E, String> name) {
    Map<String, List<E>> byName =
        Arrays.stream(words)
            .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
    Samples samples = new Samples();
    byName.forEach(
        (value, same) -> samples.add(() -> same.stream().mapToLong(this::of).sum(), label, value));
    return samples;
  }
}
