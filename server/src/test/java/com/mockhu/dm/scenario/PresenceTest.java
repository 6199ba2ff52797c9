package com.mockhu.dm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.CampusTest;
import com.mockhu.dm.support.Person;
import com.mockhu.dm.support.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTest extends CampusTest {
  private Socket bobs;

  @BeforeEach
  void talk() {
    alice.sends("hi").to(bob);
    bobs = bob.connects();
  }

  private JsonNode awaits(Socket socket, Person whom, boolean isOnline) {
    return socket.awaits(
        "user_status",
        f ->
            f.at("/data/user_id").asText().equals(whom.id())
                && f.at("/data/is_online").asBoolean() == isOnline);
  }

  private static boolean isAbout(Person person, JsonNode frame) {
    return frame.at("/data/user_id").asText().equals(person.id());
  }

  private JsonNode seen(Person viewer, Person whom) {
    return viewer.gets("/v1/users/" + whom.id()).isOk();
  }

  @Test
  void connecting_and_leaving_show_to_who_shares_a_conversation() {
    Socket phone = alice.connects();
    awaits(bobs, alice, true);
    assertTrue(bob.inbox().with(alice).participant().path("is_online").asBoolean());

    phone.leaves();
    JsonNode gone = awaits(bobs, alice, false);
    assertTrue(gone.at("/data/last_seen").isTextual());
    assertFalse(bob.inbox().with(alice).participant().path("is_online").asBoolean(true));
    assertEquals(gone.at("/data/last_seen"), seen(bob, alice).path("last_seen"));
  }

  @Test
  void strangers_are_told_nothing() {
    Socket strangers = carol.connects();
    alice.connects().leaves();
    awaits(bobs, alice, false);
    strangers.hasNo("user_status", f -> isAbout(alice, f));
    assertFalse(seen(carol, alice).path("is_online").asBoolean(true));
  }

  @Test
  void several_connections_are_one_presence() {
    Socket phone = alice.connects();
    awaits(bobs, alice, true);
    Socket laptop = alice.connects();
    phone.leaves();
    bobs.hasNo("user_status", f -> isAbout(alice, f) && !f.at("/data/is_online").asBoolean());
    assertTrue(seen(bob, alice).path("is_online").asBoolean());

    laptop.leaves();
    awaits(bobs, alice, false);
    long changes = bobs.seen("user_status").stream().filter(f -> isAbout(alice, f)).count();
    assertEquals(2, changes);
  }

  @Test
  void a_broken_line_ends_the_presence_as_well() {
    Socket phone = alice.connects();
    awaits(bobs, alice, true);
    phone.close();
    awaits(bobs, alice, false);
  }

  @Test
  void who_hides_is_offline_to_others_and_still_sees_them() {
    alice.sets("show_online", false);
    Socket phone = alice.connects();
    phone.leaves();
    phone = alice.connects();
    bobs.hasNo("user_status", f -> isAbout(alice, f));
    assertFalse(seen(bob, alice).path("is_online").asBoolean(true));
    assertTrue(seen(bob, alice).path("last_seen").isNull());
    assertTrue(seen(alice, bob).path("is_online").asBoolean());

    bobs.leaves();
    awaits(phone, bob, false);
  }

  @Test
  void one_is_told_nothing_of_oneself() {
    Socket phone = alice.connects();
    alice.connects().leaves();
    phone.hasNo("user_status", f -> isAbout(alice, f));
  }
}
