package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends SharedServerTest {
  private final UUID key = UUID.randomUUID();

  @Test
  void the_same_key_gives_the_same_message_and_never_a_second() {
    Message first = alice.sends("once").withKey(key).to(bob);
    Message again = new Message(alice.triesToSend("once").withKey(key).to(bob).isOk());

    assertEquals(key.toString(), first.clientMessageId());
    assertEquals(first.json(), again.json());
    assertEquals(List.of("once"), bob.historyWith(alice).contents());
    assertEquals(1, bob.inbox().totalUnread());
  }

  @Test
  void both_ways_of_sending_share_the_key() {
    Message first = alice.sends("once").withKey(key).to(bob);
    Answer again = alice.triesToSend("once").withKey(key).in(first.conversation());
    assertEquals(first.id(), again.isOk().path("id").asText());
  }

  @Test
  void the_header_counts_as_the_key() {
    Message first = new Message(withHeader(key.toString(), null).isCreated());
    assertEquals(key.toString(), first.clientMessageId());
    assertEquals(first.id(), withHeader(key.toString(), null).isOk().path("id").asText());
    assertEquals(first.id(), withHeader(key.toString(), key).isOk().path("id").asText());
    assertEquals(
        first.id(), alice.triesToSend("once").withKey(key).to(bob).isOk().path("id").asText());
  }

  @Test
  void a_header_that_differs_from_the_body_or_is_no_uuid_is_refused() {
    withHeader(key.toString(), UUID.randomUUID()).isRefused(400, "invalid_request");
    withHeader("again", null).isRefused(400, "invalid_request");
  }

  @Test
  void a_key_that_is_no_uuid_is_refused() {
    alice
        .triesToSend("hi")
        .with("client_message_id", "mine-1")
        .to(bob)
        .isRefused(400, "invalid_request");
  }

  private Answer withHeader(String header, UUID inBody) {
    Map<String, Object> body = new HashMap<>();
    body.putAll(Map.of("message_type", "text", "content", "once", "recipient_id", bob.id()));
    if (inBody != null) {
      body.put("client_message_id", inBody);
    }
    Map<String, String> more = Map.of("Idempotency-Key", header);
    return alice.postsRaw("/v1/messages", more, BodyPublishers.ofString(Json.text(body)));
  }

  @Test
  void the_same_key_with_other_content_is_a_conflict() {
    alice.sends("once").withKey(key).to(bob);
    alice.triesToSend("twice").withKey(key).to(bob).isRefused(409, "idempotency_conflict");
    assertEquals(List.of("once"), bob.historyWith(alice).contents());
  }

  @Test
  void the_same_key_in_another_conversation_is_a_conflict() {
    alice.sends("once").withKey(key).to(bob);
    alice.triesToSend("once").withKey(key).to(carol).isRefused(409, "idempotency_conflict");
  }

  @Test
  void two_people_may_choose_the_same_key() {
    alice.sends("mine").withKey(key).to(bob);
    bob.sends("mine too").withKey(key).to(alice);
    assertEquals(List.of("mine too", "mine"), alice.historyWith(bob).contents());
  }

  @Test
  void a_replay_shows_the_message_as_it_is_now() {
    Message first = alice.sends("once").withKey(key).to(bob);
    bob.reads(first);
    assertEquals(
        "read", alice.triesToSend("once").withKey(key).to(bob).isOk().path("status").asText());

    alice.deletesForEveryone(first);
    Message tombstone = new Message(alice.triesToSend("once").withKey(key).to(bob).isOk());
    assertEquals(first.id(), tombstone.id());
    assertTrue(tombstone.isDeleted());
  }

  @Test
  void a_replay_reaches_nobody_again() {
    Socket phone = bob.connects();
    Message first = alice.sends("once").withKey(key).to(bob);
    phone.awaitsMessage("once");
    alice.triesToSend("once").withKey(key).to(bob).isOk();

    phone.hasNo("new_message", f -> f.at("/data/id").asText().equals(first.id()));
  }

  @Test
  void rest_and_socket_share_the_key() {
    Message first = alice.sends("once").withKey(key).to(bob);
    Socket laptop = alice.connects();
    String ref =
        laptop.says(
            "message",
            Map.of(
                "conversation_id",
                first.conversation(),
                "message_type",
                "text",
                "content",
                "once",
                "client_message_id",
                key.toString()));
    assertEquals(first.id(), laptop.awaitsAnswerTo(ref).at("/message/id").asText());
  }

  @Test
  void after_a_day_the_key_still_gives_the_same_message() {
    UUID key = UUID.randomUUID();
    Message first = alice.sends("once").withKey(key).to(bob);
    campus.ages(first, java.time.Duration.ofHours(24).minusMinutes(1));
    assertEquals(
        first.id(), alice.triesToSend("once").withKey(key).to(bob).isOk().path("id").asText());
    assertEquals(1, bob.inbox().totalUnread());
  }

  @Test
  void after_a_block_a_replay_still_gives_the_message() {
    Message first = alice.sends("once").withKey(key).to(bob);
    bob.blocks(alice);
    alice.triesToSend("again").to(bob).isRefused(403, "blocked");
    assertEquals(
        first.id(), alice.triesToSend("once").withKey(key).to(bob).isOk().path("id").asText());
  }

  @Test
  void a_replay_beside_new_messages_fails_none_of_them() {
    Message first = alice.sends("once").withKey(key).to(bob);
    Set<String> ids = ConcurrentHashMap.newKeySet();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        String text = "new " + i;
        threads.submit(() -> ids.add(alice.sends(text).to(bob).id()));
        threads.submit(
            () ->
                ids.add(alice.triesToSend("once").withKey(key).to(bob).isOk().path("id").asText()));
      }
    }
    assertTrue(ids.contains(first.id()));
    assertEquals(41, ids.size());
    assertEquals(41, bob.wholeHistory(first.conversation()).size());
  }

  @Test
  void a_refused_send_does_not_use_its_key_up() {
    alice.triesToSend(" ").withKey(key).to(bob).isRefused(400, "invalid_request");
    bob.blocks(alice);
    alice.triesToSend("now").withKey(key).to(bob).isRefused(403, "blocked");
    bob.unblocks(alice);
    assertEquals("now", alice.sends("now").withKey(key).to(bob).content());
  }
}
