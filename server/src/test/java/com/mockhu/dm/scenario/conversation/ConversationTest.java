package com.mockhu.dm.scenario.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest extends SharedServerTest {

  @Test
  void opening_a_conversation_makes_it_once() {
    JsonNode made = alice.triesToOpenConversationWith(bob).isCreated();
    JsonNode found = alice.triesToOpenConversationWith(bob).isOk();
    JsonNode foundByBob = bob.triesToOpenConversationWith(alice).isOk();

    assertEquals(made.path("id"), found.path("id"));
    assertEquals(made.path("id"), foundByBob.path("id"));
  }

  @Test
  void a_new_conversation_tells_who_is_in_it_and_that_nothing_was_said() {
    JsonNode made = alice.triesToOpenConversationWith(bob).isCreated();

    assertEquals(bob.id(), made.at("/participant/id").asText());
    assertEquals(bob.username(), made.at("/participant/username").asText());
    assertEquals("bob", made.at("/participant/full_name").asText());
    assertTrue(made.at("/participant/avatar_url").isNull());
    assertTrue(made.path("last_message").isNull());
    assertEquals(0, made.path("unread_count").asInt());
    assertTrue(made.hasNonNull("created_at") && made.hasNonNull("updated_at"));
  }

  @Test
  void nobody_converses_with_oneself() {
    alice.triesToOpenConversationWith(alice).isRefused(400, "invalid_request");
    alice.triesToSend("note to self").to(alice).isRefused(400, "invalid_request");
  }

  @Test
  void an_unknown_recipient_is_not_found() {
    Map<String, String> nobody = Map.of("recipient_id", UUID.randomUUID().toString());
    alice.posts("/v1/conversations", nobody).isRefused(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"recipient_id\":null}", "{\"recipient_id\":\"bob\"}"})
  void a_missing_or_malformed_recipient_is_refused(String body) {
    alice
        .posts("/v1/conversations", com.mockhu.dm.support.http.Json.tree(body))
        .isRefused(400, "invalid_request");
  }

  @Test
  void an_empty_conversation_stands_in_its_creators_inbox_only_until_the_first_message() {
    Conversation opened = alice.opensConversationWith(bob);
    assertTrue(alice.inbox().has(bob));
    assertFalse(bob.inbox().has(alice));

    alice.sends("hi").in(opened.id());
    assertEquals(opened.id(), bob.inbox().with(alice).id());
  }

  @Test
  void the_first_message_makes_the_conversation() {
    Message hi = alice.sends("hi").to(bob);
    assertEquals(hi.conversation(), alice.opensConversationWith(bob).id());
    assertEquals(hi.conversation(), bob.inbox().with(alice).id());
  }

  @Test
  void details_show_the_participant_the_unread_count_and_no_block() {
    Message hi = alice.sends("hi").to(bob);
    JsonNode seen = bob.gets("/v1/conversations/" + hi.conversation()).isOk();

    assertEquals(alice.id(), seen.at("/participant/id").asText());
    assertFalse(seen.at("/participant/is_online").asBoolean(true));
    assertTrue(seen.path("participant").has("last_seen"));
    assertEquals(1, seen.path("unread_count").asInt());
    assertFalse(seen.path("is_blocked").asBoolean(true));
  }

  @Test
  void who_is_not_in_it_gets_nothing_of_a_conversation() {
    String conversation = alice.sends("between us").to(bob).conversation();
    String path = "/v1/conversations/" + conversation;

    carol.gets(path).isRefused(403, "not_participant");
    carol.gets(path + "/messages").isRefused(403, "not_participant");
    carol.triesToSend("me too").in(conversation).isRefused(403, "not_participant");
    carol.posts(path + "/read").isRefused(403, "not_participant");
    carol.deletes(path).isRefused(403, "not_participant");
    assertEquals(1, alice.peeksAt(conversation).messages().size());
    assertEquals(1, bob.inbox().with(alice).unread());
  }

  @Test
  void a_conversation_that_never_was_is_not_found() {
    String path = "/v1/conversations/" + UUID.randomUUID();
    alice.gets(path).isRefused(404, "not_found");
    alice.gets(path + "/messages").isRefused(404, "not_found");
    alice.posts(path + "/read").isRefused(404, "not_found");
    alice.deletes(path).isRefused(404, "not_found");
    alice
        .posts(path + "/messages", Map.of("message_type", "text", "content", "hello?"))
        .isRefused(404, "not_found");
  }
}
