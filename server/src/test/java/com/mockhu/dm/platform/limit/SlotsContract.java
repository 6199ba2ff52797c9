package com.mockhu.dm.platform.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Together;
import org.junit.jupiter.api.Test;

/** What everything that counts work at once promises. */
abstract class SlotsContract {
  private static final int MOST = 3;

  abstract Slots slots();

  private final Slots slots = slots();

  private boolean begins(String name, String subject) {
    return slots.take(name, subject, MOST);
  }

  @Test
  void no_more_than_the_limit_are_taken_and_each_given_back_frees_one() {
    for (int i = 0; i < MOST; i++) {
      assertTrue(begins("uploads", "alice"));
    }
    assertFalse(begins("uploads", "alice"));
    assertTrue(begins("uploads", "bob"));
    assertTrue(begins("calls", "alice"));
    slots.giveBack("uploads", "alice");
    assertTrue(begins("uploads", "alice"));
    assertFalse(begins("uploads", "alice"));
  }

  @Test
  void giving_back_what_nobody_has_gives_nobody_more() {
    slots.giveBack("uploads", "alice");
    for (int i = 0; i < MOST; i++) {
      assertTrue(begins("uploads", "alice"));
    }
    assertFalse(begins("uploads", "alice"));
  }

  @Test
  void of_many_at_once_as_many_begin_as_may() {
    for (int round = 0; round < 50; round++) {
      long begun =
          Together.run(20, i -> begins("uploads", "alice")).stream().filter(b -> b).count();
      assertEquals(MOST, begun);
      Together.run(
          MOST,
          i -> {
            slots.giveBack("uploads", "alice");
            return i;
          });
    }
  }
}
