package com.mockhu.dm.people.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.people.write.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which renames of one push cannot be, decided without a database. */
class NameClashesTest {
  private static final UUID ALICE = new UUID(0, 1);
  private static final UUID BOB = new UUID(0, 2);
  private static final UUID CAROL = new UUID(0, 3);

  private static Person wants(UUID id, String name) {
    return new Person(id, UsernameRules.STRICT.check(name), "Name", null, List.of(), false);
  }

  private static Set<UUID> refused(Map<String, UUID> holders, Person... people) {
    return new NameClashes(List.of(people), holders).refused();
  }

  @Test
  void a_swap_and_a_ring_are_fine() {
    Map<String, UUID> holders = Map.of("alice", ALICE, "bob", BOB, "carol", CAROL);
    assertEquals(Set.of(), refused(holders, wants(ALICE, "bob"), wants(BOB, "alice")));
    assertEquals(
        Set.of(),
        refused(holders, wants(ALICE, "bob"), wants(BOB, "carol"), wants(CAROL, "alice")));
  }

  @Test
  void a_name_of_somebody_outside_refuses_all_who_counted_on_the_chain() {
    Map<String, UUID> holders = Map.of("alice", ALICE, "bob", BOB, "carol", CAROL);
    assertEquals(Set.of(ALICE, BOB), refused(holders, wants(ALICE, "bob"), wants(BOB, "carol")));
  }

  @Test
  void of_two_who_want_a_free_name_the_first_gets_it() {
    assertEquals(Set.of(BOB), refused(Map.of(), wants(ALICE, "dora"), wants(BOB, "dora")));
  }

  @Test
  void who_keeps_a_name_refuses_the_one_who_wants_it() {
    Map<String, UUID> holders = Map.of("alice", ALICE);
    assertEquals(Set.of(BOB), refused(holders, wants(BOB, "alice"), wants(ALICE, "alice")));
  }
}
