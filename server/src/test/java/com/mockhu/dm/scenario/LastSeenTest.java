package com.mockhu.dm.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.Campus;
import com.mockhu.dm.support.Patience;
import com.mockhu.dm.support.Person;
import com.mockhu.dm.support.SteppedTime;
import com.mockhu.dm.support.TestCluster;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LastSeenTest {
  private static JsonNode asSeenBy(Person viewer, Person whom) {
    return viewer.inbox().with(whom).participant();
  }

  /** A server that starts beside it knows of the first what it would know of one that died. */
  @Test
  void a_server_that_dies_costs_a_minute_of_it_at_most() {
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
      assertTrue(asSeenBy(bob, alice).path("is_online").asBoolean());
      assertFalse(asSeenBy(bob, alice).hasNonNull("last_seen"), "she has not left yet");

      try (Campus next = Campus.on(database, Map.of())) {
        JsonNode gone = asSeenBy(bob.at(next), alice);
        assertFalse(gone.path("is_online").asBoolean());
        assertTrue(gone.hasNonNull("last_seen"), gone::toString);
      }
    }
  }
}
