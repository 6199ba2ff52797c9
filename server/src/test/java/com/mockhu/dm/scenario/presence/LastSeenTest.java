package com.mockhu.dm.scenario.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.SteppedTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LastSeenTest {
  private static JsonNode asSeenBy(Person viewer, Person whom) {
    return viewer.inbox().with(whom).participant();
  }

  /** Presence rows of a killed server, as another server finds them. */
  private static void diesWith(Campus campus, Person person) {
    for (String each :
        List.of(
            "INSERT INTO nodes VALUES ('%s', now() - interval '1 hour', now() - interval '16 s')",
            "INSERT INTO last_seen (node_id, user_id, alive_at) VALUES ('%s', '%s', now())")) {
      campus.changes(each.formatted(DEAD, person.id()));
    }
  }

  private static final UUID DEAD = UUID.randomUUID();

  @Test
  void a_server_that_starts_changes_nothing_about_people_at_another() {
    String database = TestCluster.createDatabase();
    SteppedTime time = new SteppedTime();
    try (Campus first = Campus.on(database, Map.of(), Campus.passing(time))) {
      Person alice = first.welcomes("alice");
      Person bob = first.welcomes("bob");
      alice.sends("hi").to(bob);
      alice.connects();
      time.passes(Duration.ofMinutes(1));
      Patience.until(
          "it is noted",
          () -> first.counts("SELECT count(*) FROM last_seen WHERE alive_at IS NOT NULL") == 1);
      try (Campus next = Campus.on(database, Map.of())) {
        assertFalse(asSeenBy(bob.at(next), alice).hasNonNull("last_seen"), "she has not left yet");
      }
      assertFalse(asSeenBy(bob, alice).hasNonNull("last_seen"));
    }
  }

  @Test
  void people_of_a_server_that_died_were_last_seen_when_it_noted_them_last() {
    String database = TestCluster.createDatabase();
    try (Campus first = Campus.on(database, Map.of())) {
      Person alice = first.welcomes("alice");
      Person bob = first.welcomes("bob");
      alice.sends("hi").to(bob);
      diesWith(first, alice);
      try (Campus next = Campus.on(database, Map.of())) {
        JsonNode gone = asSeenBy(bob.at(next), alice);
        assertFalse(gone.path("is_online").asBoolean());
        assertTrue(gone.hasNonNull("last_seen"), gone::toString);
        assertEquals(
            0, next.counts("SELECT count(*) FROM nodes WHERE id = '" + DEAD + "'"), "settled once");
      }
    }
  }
}
