package com.mockhu.dm.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.mockhu.dm.chaos.nemesis.Nemeses;
import com.mockhu.dm.chaos.nemesis.Nemesis;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {
  private static final List<Nemesis> ALL = Nemeses.all();

  private static List<String> plan(long seed, int rounds) {
    return Plan.of(ALL, seed)
        .limit(rounds)
        .map(round -> round.nemesis().name() + " " + round.settings())
        .toList();
  }

  @Test
  void the_same_seed_makes_the_same_plan() {
    assertEquals(plan(1, 50), plan(1, 50));
    assertNotEquals(plan(1, 50), plan(2, 50));
  }

  @Test
  void each_nemesis_comes_once_before_any_comes_twice() {
    Set<String> names =
        Plan.of(ALL, 3)
            .limit(ALL.size())
            .map(round -> round.nemesis().name())
            .collect(Collectors.toSet());
    assertEquals(ALL.size(), names.size());
  }
}
