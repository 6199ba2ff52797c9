package com.mockhu.dm.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void what_is_given_wins_and_the_rest_is_standard() {
    Options options = parse("--pairs", "8", "--seconds", "250ms");
    assertEquals(8, options.count("pairs", 200));
    assertEquals(Duration.ofMillis(250), options.duration("seconds", Duration.ofSeconds(10)));
    assertEquals(1, options.count("outstanding", 1));
  }

  @Test
  void nonsense_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> parse("--pears", "8"), "unknown");
    assertThrows(IllegalArgumentException.class, () -> parse("--pairs"), "no value");
    assertThrows(IllegalArgumentException.class, () -> parse("--pairs", "x").count("pairs", 1));
    assertThrows(IllegalArgumentException.class, () -> parse("--pairs", "0").count("pairs", 1));
  }

  private static Options parse(String... arguments) {
    return Options.parse(arguments, 0, Set.of("pairs", "seconds"));
  }
}
