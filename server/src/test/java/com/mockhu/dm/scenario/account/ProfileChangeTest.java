package com.mockhu.dm.scenario.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Patience;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A new name or picture reaches all people who share a conversation (behaviour §2.19). */
class ProfileChangeTest extends CampusTest {
  private void renames(Person person, String name) {
    person.calls("PATCH", "/v1/users/me", Map.of("full_name", name)).isOk();
  }

  private static boolean isOf(Person person, JsonNode frame) {
    return frame.at("/data/id").asText().equals(person.id());
  }

  private static String awaitsName(Socket socket, Person of) {
    return socket.awaits("user_updated", frame -> isOf(of, frame)).at("/data/full_name").asText();
  }

  /** How many events of that kind there are about the person. */
  private long told(Person about) {
    return campus.counts(
        "SELECT count(*) FROM account_events WHERE kind = 21 AND subject_id = '"
            + about.id()
            + "'");
  }

  /** Nothing is left to be told. */
  private void awaitsQuiet() {
    Patience.until("all is told", () -> campus.counts("SELECT count(*) FROM profile_changes") == 0);
  }

  private List<String> names(SyncPage page) {
    return page.users().stream().map(user -> user.path("full_name").asText()).toList();
  }

  @Test
  void a_new_name_comes_to_the_partner_s_socket_sync_and_inbox() {
    alice.sends("hi").to(bob);
    String before = bob.syncs(null).cursor();
    Socket bobs = bob.connects();
    renames(alice, "Alice Anew");
    JsonNode frame = bobs.awaits("user_updated");
    assertEquals("Alice Anew", frame.at("/data/full_name").asText());
    assertEquals(alice.username(), frame.at("/data/username").asText());
    assertTrue(frame.path("cursor").isTextual(), frame::toString);
    SyncPage page = bob.syncs(before);
    assertEquals(List.of("Alice Anew"), names(page));
    assertEquals(
        "Alice Anew",
        bob.gets("/v1/conversations").isOk().at("/conversations/0/participant/full_name").asText());
    assertEquals(frame.path("cursor").asText(), page.cursor());
    assertEquals(List.of(), bob.syncs(null).users());
  }

  @Test
  void a_new_picture_comes_as_well_and_resuming_shows_it() {
    alice.sends("hi").to(bob);
    Socket bobs = bob.connects();
    String cursor = bobs.cursor();
    bobs.leaves();
    alice.calls("PUT", "/v1/users/me/avatar", Map.of("avatar_url", "/alice.png")).isOk();
    awaitsQuiet();
    Socket again =
        bob.connects(com.mockhu.dm.support.person.Dial.withHeader(bob.token()).resuming(cursor));
    assertEquals("/alice.png", again.awaits("user_updated").at("/data/avatar_url").asText());
  }

  @Test
  void the_person_s_own_other_devices_are_told() {
    Socket phone = alice.connects();
    renames(alice, "Alice on her laptop");
    assertEquals("Alice on her laptop", awaitsName(phone, alice));
  }

  @Test
  void strangers_are_told_nothing() {
    alice.sends("hi").to(bob);
    Socket carols = carol.connects();
    renames(alice, "Alice Anew");
    awaitsQuiet();
    carols.hasNo("user_updated");
    assertEquals(2, told(alice));
  }

  @Test
  void an_empty_conversation_tells_its_creator_alone() {
    alice.opensConversationWith(bob);
    Socket alices = alice.connects();
    Socket bobs = bob.connects();
    renames(bob, "Bob Anew");
    assertEquals("Bob Anew", awaitsName(alices, bob));
    renames(alice, "Alice Anew");
    awaitsQuiet();
    bobs.hasNo("user_updated", frame -> isOf(alice, frame));
  }

  @Test
  void the_host_s_changes_are_told_and_what_is_the_same_is_not() {
    alice.sends("hi").to(bob);
    Socket bobs = bob.connects();
    Map<String, String> profile = Map.of("username", alice.username(), "full_name", "Alice Host");
    campus.pushes("PUT", "/users/" + alice.id(), profile).isOk();
    assertEquals("Alice Host", awaitsName(bobs, alice));
    campus.pushes("PATCH", "/users/" + alice.id(), Map.of("full_name", "Alice Patch")).isOk();
    assertEquals("Alice Patch", awaitsName(bobs, alice));
    campus
        .pushes(
            "POST",
            "/users:batch",
            Map.of("id", alice.id(), "username", alice.username(), "full_name", "Alice Batch"))
        .isOk();
    assertEquals("Alice Batch", awaitsName(bobs, alice));
    awaitsQuiet();
    long before = told(alice);
    for (int time = 0; time < 3; time++) {
      renames(alice, "Alice Batch");
      campus.pushes("PATCH", "/users/" + alice.id(), Map.of("full_name", "Alice Batch")).isOk();
      campus
          .pushes(
              "POST",
              "/users:batch",
              Map.of("id", alice.id(), "username", alice.username(), "full_name", "Alice Batch"))
          .isOk();
    }
    assertEquals(0, campus.counts("SELECT count(*) FROM profile_changes"));
    assertEquals(before, told(alice));
  }

  @Test
  void whom_the_person_blocked_is_not_told_until_the_block_is_lifted() {
    alice.sends("hi").to(bob);
    alice.blocks(bob);
    Socket alices = alice.connects();
    Socket bobs = bob.connects();
    String cursor = bobs.cursor();
    renames(alice, "Alice Apart");
    renames(bob, "Bob Apart");
    assertEquals("Bob Apart", awaitsName(alices, bob));
    awaitsQuiet();
    bobs.hasNo("user_updated", frame -> isOf(alice, frame));
    assertEquals(List.of("Bob Apart"), names(bob.syncs(cursor)));
    alice.unblocks(bob);
    assertEquals(
        "Alice Apart",
        bobs.awaits(
                "conversation_updated",
                f -> f.at("/data/participant/id").asText().equals(alice.id()))
            .at("/data/participant/full_name")
            .asText());
  }

  @Test
  void an_event_from_before_a_block_shows_nothing_after_it() {
    alice.sends("hi").to(bob);
    String cursor = bob.connects().cursor();
    renames(alice, "Alice Anew");
    awaitsQuiet();
    alice.blocks(bob);
    assertEquals(List.of(), bob.syncs(cursor).users());
  }

  @Test
  void the_answer_does_not_wait_for_the_telling() {
    alice.sends("hi").to(bob);
    Socket bobs = bob.connects();
    campus.holding(
        "SELECT 1 FROM account_heads WHERE user_id = '" + bob.id() + "' FOR UPDATE",
        () -> renames(alice, "Alice at once"));
    assertEquals("Alice at once", awaitsName(bobs, alice));
  }

  @Test
  void what_a_server_left_untold_another_tells() {
    alice.sends("hi").to(bob);
    Socket bobs = bob.connects();
    long noted =
        campus.counts(
            "WITH noted AS (INSERT INTO profile_changes (user_id) VALUES ('"
                + alice.id()
                + "') RETURNING 1) SELECT count(*) FROM noted");
    assertEquals(1, noted);
    assertEquals("alice", awaitsName(bobs, alice));
  }

  @Test
  void a_thousand_conversations_are_told_once_each_in_small_batches() {
    Person host = campus.welcomes("host");
    campus.crowds(host, 1_100);
    campus.counts(
        "WITH opened AS (INSERT INTO account_heads (user_id, epoch) SELECT p.user_id, 1 FROM"
            + " participants p JOIN participants own USING (conversation_id)"
            + " WHERE own.user_id = '"
            + host.id()
            + "' ON CONFLICT DO NOTHING RETURNING 1) SELECT count(*) FROM opened");
    renames(host, "Host Anew");
    awaitsQuiet();
    assertEquals(1_101, told(host));
    assertEquals(
        1_101,
        campus.counts(
            "SELECT count(DISTINCT user_id) FROM account_events WHERE kind = 21 AND subject_id = '"
                + host.id()
                + "'"));
    long largest =
        campus.counts(
            "SELECT max(n) FROM (SELECT count(*) AS n FROM account_events WHERE kind = 21 AND"
                + " subject_id = '"
                + host.id()
                + "' GROUP BY made_at) batches");
    assertTrue(largest <= 251, () -> largest + " events in one transaction");
  }

  @Test
  void a_person_who_is_deleted_meanwhile_shows_nothing() {
    Person dora = campus.welcomes("dora");
    dora.sends("hi").to(bob);
    String cursor = bob.connects().cursor();
    renames(dora, "Dora Anew");
    awaitsQuiet();
    campus.pushes("DELETE", "/users/" + dora.id(), null).isOk();
    assertEquals(List.of(), bob.syncs(cursor).users());
  }

  @Test
  void another_server_shows_the_new_name_and_never_an_older_one_after_it() {
    alice.sends("hi").to(bob);
    try (Campus south = Campus.on(campus.database(), Map.of())) {
      Person there = bob.at(south);
      Socket bobs = there.connects();
      String cursor = bobs.cursor();
      // It is in that server's memory now, and would stay there for two seconds.
      there.gets("/v1/users/" + alice.id()).isOk();
      String name = "Alice " + UUID.randomUUID();
      renames(alice, name);
      awaitsQuiet();
      assertEquals(List.of(name), names(there.syncs(cursor)));
      there.hangsUp();
    }
  }
}
