package com.mockhu.dm.platform.metric;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

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

  /** As samples of one label, whose values {@code name} makes of the words. */
  public Samples samples(String label, Function<E, String> name) {
    Samples samples = new Samples();
    for (E word : words) {
      samples.add(() -> of(word), label, name.apply(word));
    }
    return samples;
  }
}
