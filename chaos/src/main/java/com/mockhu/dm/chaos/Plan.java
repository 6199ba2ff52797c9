package com.mockhu.dm.chaos;

import com.mockhu.dm.chaos.nemesis.Nemesis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Which nemesis comes when, and for how long: decided by the seed alone, without end. */
final class Plan {
  private static final int PEOPLE = 4;
  private static final Duration CALM = Duration.ofMillis(1500);
  private static final int SHORTEST_FAULT_MILLIS = 1500;
  private static final int FAULT_RANGE_MILLIS = 5000;
  private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(30);
  private static final Duration LONGEST_CONVERGENCE = Duration.ofSeconds(15);

  /** One round to come. */
  record Round(Nemesis nemesis, RoundSettings settings) {}

  private Plan() {}

  /** Each nemesis once in an order of chance, then each once more in another. */
  static Stream<Round> of(List<Nemesis> nemeses, long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> shuffled(nemeses, random))
        .flatMap(List::stream)
        .map(nemesis -> new Round(nemesis, settings(random)));
  }

  private static List<Nemesis> shuffled(List<Nemesis> nemeses, Random random) {
    List<Nemesis> shuffled = new ArrayList<>(nemeses);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static RoundSettings settings(Random random) {
    int fault = SHORTEST_FAULT_MILLIS + random.nextInt(FAULT_RANGE_MILLIS);
    return new RoundSettings(
        random.nextLong(),
        PEOPLE,
        CALM,
        Duration.ofMillis(fault),
        LONGEST_RECOVERY,
        LONGEST_CONVERGENCE);
  }
}
