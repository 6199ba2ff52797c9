package com.mockhu.dm.file.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.file.inspect.FairSlots.Turn;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may look into a file next, at times that the test makes up. */
class FairSlotsTest {
  private static final long SECOND = 1_000_000_000L;

  private final UUID alice = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final UUID carol = UUID.randomUUID();
  private final FairSlots places = new FairSlots(2);

  private static void assertBegins(Turn expected, Optional<Turn> next) {
    assertEquals(Optional.of(expected), next);
  }

  /** A file of the person takes so long, with nobody else there. */
  private void takes(UUID person, long begin, long seconds) {
    Turn turn = places.enter(person);
    assertBegins(turn, places.next(begin));
    places.leave(turn, begin + seconds * SECOND);
  }

  @Test
  void there_are_as_many_as_there_are_places() {
    assertBegins(places.enter(alice), places.next(0));
    assertBegins(places.enter(bob), places.next(0));
    places.enter(carol);
    assertEquals(Optional.empty(), places.next(0));
    assertEquals(1, places.waiting());
  }

  @Test
  void whoever_is_alone_may_use_both_places() {
    assertBegins(places.enter(alice), places.next(0));
    assertBegins(places.enter(alice), places.next(0));
  }

  @Test
  void nobody_gets_a_second_place_while_somebody_else_waits() {
    assertBegins(places.enter(alice), places.next(0));
    places.enter(alice);
    Turn bobs = places.enter(bob);
    assertBegins(bobs, places.next(0));
    assertEquals(Optional.empty(), places.next(0));
  }

  @Test
  void many_files_of_one_person_wait_behind_one_of_another() {
    Turn first = places.enter(alice);
    assertBegins(first, places.next(0));
    for (int i = 0; i < 10; i++) {
      places.enter(alice);
    }
    assertBegins(places.enter(bob), places.next(0));
    Turn carols = places.enter(carol);
    places.leave(first, SECOND);
    assertBegins(carols, places.next(SECOND));
  }

  @Test
  void people_whose_files_take_long_leave_a_place_to_the_others() {
    takes(alice, 0, 20);
    takes(bob, 20 * SECOND, 20);
    long now = 40 * SECOND;
    Turn alices = places.enter(alice);
    places.enter(bob);
    assertBegins(alices, places.next(now));
    assertEquals(Optional.empty(), places.next(now));
    assertBegins(places.enter(carol), places.next(now));
  }

  @Test
  void a_place_that_is_held_for_long_counts_before_it_is_given_back() {
    assertBegins(places.enter(alice), places.next(0));
    assertBegins(places.enter(bob), places.next(20 * SECOND - 1));
    Turn bobs = places.enter(bob);
    Turn carols = places.enter(carol);
    assertEquals(Optional.empty(), places.next(20 * SECOND));
    assertEquals(2, places.running());
    places.leave(bobs, 20 * SECOND);
    places.leave(carols, 20 * SECOND);
    assertEquals(0, places.waiting());
  }

  @Test
  void what_took_long_is_forgotten_after_a_few_minutes() {
    takes(alice, 0, 20);
    takes(bob, 20 * SECOND, 20);
    long later = 400 * SECOND;
    assertBegins(places.enter(alice), places.next(later));
    assertBegins(places.enter(bob), places.next(later));
  }

  @Test
  void one_who_takes_long_still_gets_on_when_there_is_one_place_only() {
    FairSlots single = new FairSlots(1);
    Turn first = single.enter(alice);
    assertBegins(first, single.next(0));
    single.leave(first, 20 * SECOND);
    assertBegins(single.enter(alice), single.next(20 * SECOND));
  }
}
