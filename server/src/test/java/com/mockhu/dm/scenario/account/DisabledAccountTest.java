package com.mockhu.dm.scenario.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.app.Timers;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.SteppedTime;
import com.mockhu.dm.support.time.Together;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The operator disables and enables an account (behaviour §2.18). */
class DisabledAccountTest extends SharedServerTest {
  private static final String REASON = "This account is disabled";

  private void disables(Person person) {
    campus.pushes("POST", "/users/" + person.id() + "/disable", null).isOk();
  }

  private void enables(Person person) {
    campus.pushes("POST", "/users/" + person.id() + "/enable", null).isOk();
  }

  @Test
  void open_sockets_close_and_new_ones_are_refused() {
    Socket phone = bob.connects();
    Socket laptop = bob.connects();
    disables(bob);
    assertEquals(4501, phone.closeCode());
    assertEquals(4501, laptop.closeCode());
    assertEquals(401, Dial.withHeader(bob.token()).refusal(bob));
    bob.gets("/v1/conversations").isRefused(401, "account_disabled");
    enables(bob);
    bob.connects().fence();
  }

  @Test
  void a_renewed_token_of_a_disabled_account_does_not_help() {
    Socket socket = alice.connects();
    disables(bob);
    socket.awaitsError(socket.says("auth", Map.of("token", bob.token())), "account_disabled");
  }

  @Test
  void nobody_can_write_to_a_disabled_person_in_an_old_conversation_or_a_new_one() {
    String old = alice.sends("hi").to(bob).conversation();
    Socket alices = alice.connects();
    disables(bob);
    alice.triesToSend("there?").to(bob).isRefusedBecause(403, "messaging_not_allowed", REASON);
    carol.triesToSend("hello").to(bob).isRefusedBecause(403, "messaging_not_allowed", REASON);
    carol.triesToOpenConversationWith(bob).isRefusedBecause(403, "messaging_not_allowed", REASON);
    JsonNode error = alices.awaitsError(alices.sends("there?", old), "messaging_not_allowed");
    assertEquals(REASON, error.at("/details/reason").asText());
    assertEquals(REASON, alice.canMessage(bob).path("reason").asText());
    assertFalse(alice.canMessage(bob).path("can_message").asBoolean());
    enables(bob);
    alice.sends("welcome back").to(bob);
    assertEquals("welcome back", bob.inbox().with(alice).preview());
    assertTrue(carol.canMessage(bob).path("can_message").asBoolean());
  }

  @Test
  void a_send_from_before_is_still_answered_as_it_was() {
    UUID key = UUID.randomUUID();
    String id = alice.sends("once").withKey(key).to(bob).id();
    disables(bob);
    assertEquals(id, alice.triesToSend("once").withKey(key).to(bob).isOk().path("id").asText());
    alice
        .triesToSend("twice")
        .withKey(UUID.randomUUID())
        .to(bob)
        .isRefused(403, "messaging_not_allowed");
  }

  @Test
  void nothing_is_removed_and_the_person_looks_offline() {
    bob.sends("from before").to(alice);
    bob.connects();
    disables(bob);
    assertEquals("from before", alice.historyWith(bob).contents().getFirst());
    assertEquals("from before", alice.inbox().with(bob).preview());
    com.mockhu.dm.support.time.Patience.until(
        "he looks offline",
        () -> !alice.gets("/v1/users/" + bob.id()).isOk().path("is_online").asBoolean());
    enables(bob);
    assertEquals("from before", bob.historyWith(alice).contents().getFirst());
  }

  @Test
  void those_who_were_refused_are_told_when_they_may_write_again() {
    alice.sends("hi").to(bob);
    Socket alices = alice.connects();
    disables(bob);
    alice.triesToSend("there?").to(bob).isRefused(403, "messaging_not_allowed");
    enables(bob);
    JsonNode frame = alices.awaits("user_updated");
    assertEquals(bob.id(), frame.at("/data/id").asText());
    enables(bob);
    alices.hasNo("user_updated");
  }

  @Test
  void a_request_that_waits_for_news_gives_none_to_a_disabled_account() {
    String cursor = bob.syncs(null).cursor();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> waiting = threads.submit(() -> bob.gets("/v1/sync?wait=25&cursor=" + cursor));
      disables(bob);
      // His own devices would be told of it.
      campus.pushes("PATCH", "/users/" + bob.id(), Map.of("full_name", "Bob Anew")).isOk();
      assertEquals(401, Together.result(waiting).status());
    }
  }

  @Test
  void a_disabled_person_can_be_deleted_with_all_that_is_theirs() {
    bob.sends("from before").to(alice);
    disables(bob);
    campus.pushes("DELETE", "/users/" + bob.id(), null).isOk();
    bob.gets("/v1/users/me").isRefused(401, "unauthorized");
    alice.gets("/v1/users/" + bob.id()).isRefused(404, "not_found");
    assertEquals(0, alice.inbox().totalUnread());
  }

  @Test
  void another_server_that_heard_no_hint_closes_the_sockets_within_ten_seconds() {
    SteppedTime heartbeat = new SteppedTime();
    Timers timers = new Timers(Scheduler.system("presence-timer"), heartbeat);
    try (Campus south = Campus.on(campus.database(), Map.of(), timers)) {
      Socket bobs = bob.at(south).connects();
      Socket carols = carol.at(south).connects();
      disables(bob);
      heartbeat.passes(Duration.ofSeconds(10));
      assertEquals(4501, bobs.closeCode());
      carols.fence();
    }
  }

  @Test
  void a_sign_out_or_a_deletion_on_another_server_ends_sockets_too() {
    SteppedTime heartbeat = new SteppedTime();
    Timers timers = new Timers(Scheduler.system("presence-timer"), heartbeat);
    try (Campus south = Campus.on(campus.database(), Map.of(), timers)) {
      JsonNode dora = campus.registers("dora");
      Socket doras = alice.at(south).connects(Dial.withHeader(dora.path("access_token").asText()));
      Socket bobs = bob.at(south).connects();
      campus.pushes("DELETE", "/users/" + dora.at("/user/id").asText() + "/sessions", null).isOk();
      campus.pushes("DELETE", "/users/" + bob.id(), null).isOk();
      heartbeat.passes(Duration.ofSeconds(10));
      assertEquals(4401, doras.closeCode());
      assertEquals(4501, bobs.closeCode());
    }
  }

  @Test
  void a_new_password_closes_the_sockets_of_all_other_sessions() {
    JsonNode phone = campus.registers("dora");
    JsonNode laptop = campus.signsIn(phone);
    Socket phones = alice.connects(Dial.withHeader(phone.path("access_token").asText()));
    Socket laptops = alice.connects(Dial.withHeader(laptop.path("access_token").asText()));
    campus
        .http()
        .send(
            "PUT",
            "/v1/users/me/password",
            phone.path("access_token").asText(),
            Map.of("current_password", "correct horse", "new_password", "another horse"))
        .isOk();
    assertEquals(4401, laptops.closeCode());
    phones.fence();
    campus.pushes("DELETE", "/users/" + phone.at("/user/id").asText() + "/sessions", null).isOk();
    assertEquals(4401, phones.closeCode());
  }
}
