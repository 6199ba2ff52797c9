package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The greeting of a connection, while the database is slow to say where its feed stands. */
class HelloFirstTest extends CampusTest {
  private static final String HEADS = "LOCK TABLE account_heads IN ACCESS EXCLUSIVE MODE";
  private static final String EVENTS = "LOCK TABLE account_events IN ACCESS EXCLUSIVE MODE";

  private Socket[] newcomers;

  @Test
  void live_events_errors_and_answers_wait_for_hello() {
    String conversation = alice.sends("hi").to(bob).conversation();
    carol.sends("hi").to(bob);
    carol.sends("hi").to(alice);
    Socket alices = alice.connects();
    campus.holding(
        HEADS,
        () -> {
          newcomers = new Socket[] {bob.dials(Dial.withHeader(bob.token()))};
          newcomers[0].saysRaw("no JSON");
          alices.types(conversation, true);
          carol.dials(Dial.withHeader(carol.token()));
          // The same thread notifies Bob, who also shares a conversation with her.
          alices.awaits("user_status", f -> f.at("/data/user_id").asText().equals(carol.id()));
          alices.fence();
        });
    Socket bobs = newcomers[0];
    bobs.awaits("user_typing");
    bobs.awaits("user_status", f -> f.at("/data/user_id").asText().equals(carol.id()));
    bobs.awaits("error");
    assertEquals("hello", bobs.seen().getFirst().path("type").asText());
  }

  @Test
  void a_connection_that_cannot_be_greeted_is_closed_as_unavailable() {
    campus.holding(
        HEADS,
        () -> {
          Socket bobs = bob.dials(Dial.withHeader(bob.token()));
          assertEquals(4412, bobs.closeCode());
          assertEquals(List.of(), bobs.seen());
        });
  }

  @Test
  void a_connection_whose_missed_events_cannot_be_read_is_closed_as_unavailable() {
    Socket first = bob.connects();
    String cursor = first.cursor();
    first.leaves();
    alice.sends("meanwhile").to(bob);
    campus.holding(
        EVENTS,
        () -> {
          Socket bobs = bob.dials(Dial.withHeader(bob.token()).resuming(cursor));
          assertEquals(4412, bobs.closeCode());
        });
  }
}
