package com.mockhu.dm.scenario.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest extends SharedServerTest {
  private static final String FOLLOWERS = "User only accepts messages from followers";
  private static final String NOBODY = "User does not accept messages";

  @Test
  void by_default_everyone_may_write_and_everything_is_shown() {
    JsonNode settings = alice.gets("/v1/users/me/settings").isOk();
    assertEquals("everyone", settings.path("who_can_message").asText());
    assertTrue(settings.path("read_receipts").asBoolean());
    assertTrue(settings.path("show_online").asBoolean());
    assertTrue(bob.canMessage(alice).path("can_message").asBoolean());
    assertTrue(bob.canMessage(alice).path("reason").isNull());
  }

  @Test
  void followers_means_that_the_sender_follows_the_recipient() {
    alice.sets("who_can_message", "followers");
    alice.follows(bob);
    bob.triesToOpenConversationWith(alice)
        .isRefusedBecause(403, "messaging_not_allowed", FOLLOWERS);
    bob.triesToSend("hi").to(alice).isRefusedBecause(403, "messaging_not_allowed", FOLLOWERS);
    assertEquals(FOLLOWERS, bob.canMessage(alice).path("reason").asText());

    bob.follows(alice);
    assertTrue(bob.canMessage(alice).path("can_message").asBoolean());
    bob.sends("hi").to(alice);
  }

  @Test
  void none_means_that_nobody_begins() {
    alice.sets("who_can_message", "none");
    bob.follows(alice);
    bob.triesToSend("hi").to(alice).isRefusedBecause(403, "messaging_not_allowed", NOBODY);
    bob.triesToOpenConversationWith(alice).isRefusedBecause(403, "messaging_not_allowed", NOBODY);
    assertEquals(NOBODY, bob.canMessage(alice).path("reason").asText());
    assertFalse(alice.inbox().has(bob));
  }

  @Test
  void who_is_closed_to_others_may_still_begin() {
    alice.sets("who_can_message", "none");
    alice.sends("hi").to(bob);
    bob.sends("oh, hello").to(alice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "followers"})
  void those_who_already_talk_go_on(String choice) {
    String conversation = bob.sends("hi").to(alice).conversation();
    alice.sets("who_can_message", choice);

    assertTrue(bob.canMessage(alice).path("can_message").asBoolean());
    bob.sends("still here").in(conversation);
    bob.triesToOpenConversationWith(alice).isOk();
  }

  @Test
  void an_empty_conversation_is_no_talk() {
    String conversation = bob.opensConversationWith(alice).id();
    alice.sets("who_can_message", "none");

    bob.triesToSend("hi").in(conversation).isRefused(403, "messaging_not_allowed");
    assertFalse(bob.canMessage(alice).path("can_message").asBoolean(true));
  }

  @Test
  void unfollowing_closes_the_door_again() {
    alice.sets("who_can_message", "followers");
    bob.follows(alice);
    bob.deletes("/v1/users/" + alice.id() + "/follow").isOk();
    bob.triesToSend("hi").to(alice).isRefused(403, "messaging_not_allowed");
  }

  @Test
  void the_socket_refuses_for_the_same_reason() {
    alice.sets("who_can_message", "none");
    var phone = bob.connects();
    String ref =
        phone.says(
            "message", Map.of("recipient_id", alice.id(), "message_type", "text", "content", "hi"));
    JsonNode error = phone.awaitsError(ref, "messaging_not_allowed");
    assertTrue(error.path("message").asText().contains(NOBODY));
    assertEquals("not_accepting_messages", error.at("/details/reason_code").asText());
  }

  @Test
  void can_message_knows_oneself_and_nobody() {
    alice.gets("/v1/users/" + alice.id() + "/can-message").isRefused(400, "invalid_request");
    String nobody = "/v1/users/" + UUID.randomUUID() + "/can-message";
    alice.gets(nobody).isRefused(404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"who_can_message\":\"friends\"}",
        "{\"who_can_message\":5}",
        "{\"read_receipts\":\"yes\"}",
        "{\"show_online\":1}"
      })
  void values_that_a_setting_does_not_have_are_refused(String body) {
    alice
        .calls("PATCH", "/v1/users/me/settings", Json.tree(body))
        .isRefused(400, "invalid_request");
  }

  @Test
  void one_setting_is_changed_without_the_others() {
    alice.sets("read_receipts", false);
    alice.sets("who_can_message", "followers");
    JsonNode settings = alice.gets("/v1/users/me/settings").isOk();
    assertFalse(settings.path("read_receipts").asBoolean(true));
    assertEquals("followers", settings.path("who_can_message").asText());
    assertTrue(settings.path("show_online").asBoolean());
  }
}
