package com.mockhu.dm.scenario.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.SteppedTime;
import com.mockhu.dm.support.time.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Online, offline, and who receives it (behaviour §6.10 to §6.12, §7.14, §7.22). */
class PresenceTest extends CampusTest {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final SteppedTime time = new SteppedTime();
  private Socket bobs;

  @Override
  protected Scheduler scheduler() {
    return time;
  }

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

  /** However long the server takes to notice, the grace runs from then on. */
  private JsonNode awaitsGoing(Socket socket, Person whom) {
    Patience.until(
        whom + " is gone",
        () -> {
          time.passes(GRACE);
          return socket.seen("user_status").stream()
              .anyMatch(f -> isAbout(whom, f) && !f.at("/data/is_online").asBoolean());
        });
    return awaits(socket, whom, false);
  }

  /** Leaves, and waits until the server has begun to count. */
  private void leaves(Socket socket) {
    int before = time.waiting();
    socket.leaves();
    Patience.until("grace", () -> time.waiting() > before);
  }

  /** Comes back within the grace, and waits until the server has stopped counting. */
  private Socket comesBack(Person person) {
    int before = time.waiting();
    Socket socket = person.connects();
    Patience.until("no grace", () -> time.waiting() < before);
    return socket;
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
    JsonNode gone = awaitsGoing(bobs, alice);
    assertTrue(gone.at("/data/last_seen").isTextual());
    assertFalse(bob.inbox().with(alice).participant().path("is_online").asBoolean(true));
    assertEquals(gone.at("/data/last_seen"), seen(bob, alice).path("last_seen"));
  }

  @Test
  void strangers_are_told_nothing() {
    Socket strangers = carol.connects();
    alice.connects().leaves();
    awaitsGoing(bobs, alice);
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
    awaitsGoing(bobs, alice);
    long changes = bobs.seen("user_status").stream().filter(f -> isAbout(alice, f)).count();
    assertEquals(2, changes);
  }

  @Test
  void a_broken_line_ends_the_presence_as_well() {
    Socket phone = alice.connects();
    awaits(bobs, alice, true);
    phone.close();
    awaitsGoing(bobs, alice);
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
    awaitsGoing(phone, bob);
  }

  @Test
  void one_is_told_nothing_of_oneself() {
    Socket phone = alice.connects();
    alice.connects().leaves();
    phone.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void a_flapping_phone_neither_goes_nor_comes() {
    Socket phone = alice.connects();
    awaits(bobs, alice, true);
    for (int i = 0; i < 5; i++) {
      leaves(phone);
      time.passes(GRACE.minusSeconds(1));
      assertTrue(seen(bob, alice).path("is_online").asBoolean());
      phone = comesBack(alice);
    }
    time.passes(GRACE.multipliedBy(2));
    bobs.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void the_moment_of_leaving_is_the_last_seen_and_not_the_end_of_the_grace() {
    Socket phone = alice.connects();
    awaits(bobs, alice, true);
    leaves(phone);
    JsonNode kept = seen(bob, alice);
    assertTrue(kept.path("is_online").asBoolean());
    JsonNode gone = awaitsGoing(bobs, alice);
    assertEquals(kept.path("last_seen"), gone.at("/data/last_seen"));
  }

  @Test
  void coming_with_many_devices_at_the_same_moment_is_told_once() {
    Together.run(8, i -> alice.connects());
    awaits(bobs, alice, true);
    bobs.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void hiding_looks_like_going_and_showing_like_coming() {
    alice.connects();
    awaits(bobs, alice, true);
    alice.sets("show_online", false);
    assertTrue(awaits(bobs, alice, false).at("/data/last_seen").isNull());
    alice.sets("show_online", true);
    awaits(bobs, alice, true);
  }

  @Test
  void another_setting_tells_nobody_anything() {
    alice.connects();
    awaits(bobs, alice, true);
    alice.sets("read_receipts", false);
    alice.sets("who_can_message", "none");
    bobs.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void hiding_while_away_tells_nobody_anything() {
    alice.sets("show_online", false);
    alice.sets("show_online", true);
    bobs.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void a_block_takes_each_from_the_others_sight_and_lifting_it_brings_them_back() {
    Socket alices = alice.connects();
    awaits(bobs, alice, true);
    alice.blocks(bob);
    assertTrue(awaits(bobs, alice, false).at("/data/last_seen").isNull());
    assertTrue(awaits(alices, bob, false).at("/data/last_seen").isNull());
    alices.leaves();
    alice.connects();
    time.passes(GRACE.multipliedBy(2));
    bobs.hasNo("user_status", f -> isAbout(alice, f));

    alice.unblocks(bob);
    awaits(bobs, alice, true);
  }

  @Test
  void a_third_person_sees_nothing_of_a_block() {
    alice.sends("hi").to(carol);
    Socket carols = carol.connects();
    alice.connects();
    awaits(carols, alice, true);
    alice.blocks(bob);
    alice.unblocks(bob);
    carols.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void who_deleted_the_conversation_is_still_seen_by_the_other() {
    alice.deletesConversation(alice.inbox().with(bob).id());
    alice.connects();
    awaits(bobs, alice, true);
  }

  @Test
  void watching_narrows_one_connection_and_no_other() {
    carol.sends("hi").to(bob);
    Socket tablet = bob.connects();
    bobs.awaitsAnswerTo(bobs.says("watch", Map.of("user_ids", List.of(carol.id()))));
    alice.connects();
    carol.connects();
    awaits(bobs, carol, true);
    awaits(tablet, alice, true);
    awaits(tablet, carol, true);
    bobs.hasNo("user_status", f -> isAbout(alice, f));
  }

  @Test
  void watching_nobody_is_told_of_nobody() {
    Socket tablet = bob.connects();
    bobs.awaitsAnswerTo(bobs.says("watch", Map.of("user_ids", List.of())));
    alice.connects();
    awaits(tablet, alice, true);
    bobs.hasNo("user_status");
  }

  @Test
  void watching_tells_at_once_how_those_watched_are_now() {
    alice.connects();
    awaits(bobs, alice, true);
    Socket strangers = carol.connects();
    List<String> both = List.of(alice.id(), carol.id());
    bobs.says("watch", Map.of("user_ids", both));
    awaits(bobs, alice, true);
    bobs.hasNo("user_status", f -> isAbout(carol, f));
    strangers.says("watch", Map.of("user_ids", List.of(alice.id(), bob.id())));
    strangers.hasNo("user_status");
  }

  @Test
  void watching_shows_nobody_who_hides() {
    alice.sets("show_online", false);
    alice.connects();
    bobs.says("watch", Map.of("user_ids", List.of(alice.id())));
    assertTrue(awaits(bobs, alice, false).at("/data/last_seen").isNull());
    bobs.hasNo("user_status");
  }

  @Test
  void a_watch_names_two_hundred_people_at_most() {
    List<String> crowd = Stream.generate(() -> UUID.randomUUID().toString()).limit(201).toList();
    bobs.awaitsError(bobs.says("watch", Map.of("user_ids", crowd)), "invalid_request");
    bobs.awaitsError(bobs.says("watch", Map.of()), "invalid_request");
    bobs.awaitsError(bobs.says("watch", Map.of("user_ids", "all")), "invalid_request");
    bobs.awaitsError(bobs.says("watch", Map.of("user_ids", List.of("x"))), "invalid_request");
    String ref = bobs.says("watch", Map.of("user_ids", crowd.subList(0, 200)));
    assertEquals("ack", bobs.awaitsAnswerTo(ref).path("type").asText());
  }
}
