package com.mockhu.dm.platform.contribution;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {
  private interface Listener {}

  private interface Route {}

  private static final class Both implements Listener, Route {}

  @Test
  void a_feature_takes_what_all_others_add_in_the_order_of_the_features() {
    Contributions all =
        new Contributions(
            List.of(
                new Contribution().add(String.class, "a").addAll(Integer.class, List.of(1, 2)),
                new Contribution().add(String.class, "b")));
    assertEquals(List.of("a", "b"), all.take(String.class));
    assertEquals(List.of(1, 2), all.take(Integer.class));
    assertEquals(List.of(), all.take(Long.class));
  }

  @Test
  void a_part_counts_only_as_the_type_that_it_was_added_as() {
    Contributions all =
        new Contributions(List.of(new Contribution().add(Listener.class, new Both())));
    assertEquals(1, all.take(Listener.class).size());
    assertEquals(List.of(), all.take(Route.class));
  }

  @Test
  void a_part_that_nobody_takes_fails_the_start() {
    Contributions all =
        new Contributions(
            List.of(new Contribution().add(String.class, "a").add(Listener.class, new Both())));
    all.take(String.class);
    IllegalStateException failure = assertThrows(IllegalStateException.class, all::requireAllTaken);
    assertTrue(failure.getMessage().contains("Listener"), failure.getMessage());
    all.take(Listener.class);
    assertDoesNotThrow(all::requireAllTaken);
  }
}
