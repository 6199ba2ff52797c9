package com.mockhu.dm.scenario.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs learn from a code, not from a sentence, why something is refused. */
class ReasonTest extends SharedServerTest {

  private static void isBecause(String reason, JsonNode error) {
    assertEquals(reason, error.at("/details/reason_code").asText(), error::toString);
    assertEquals(error.path("message"), error.at("/details/reason"), error::toString);
  }

  private static void isBecause(String reason, Answer answer) {
    isBecause(reason, answer.json().path("error"));
  }

  private void cannotWrite(String reason) {
    JsonNode answer = bob.canMessage(alice);
    assertEquals(reason, answer.path("reason_code").asText());
    assertTrue(answer.path("reason").isTextual(), answer::toString);
    isBecause(reason, bob.triesToSend("hi").to(alice));
    isBecause(reason, bob.triesToOpenConversationWith(alice));
    var phone = bob.connects();
    String ref =
        phone.says(
            "message", Map.of("recipient_id", alice.id(), "message_type", "text", "content", "hi"));
    isBecause(reason, phone.awaitsAnswerTo(ref));
  }

  @Test
  void whoever_may_write_gets_no_reason() {
    assertTrue(bob.canMessage(alice).path("reason_code").isNull());
  }

  @Test
  void a_block_is_told_to_either_side_by_its_own_code() {
    alice.blocks(bob);
    cannotWrite("blocked_by_recipient");
    alice.unblocks(bob);
    bob.blocks(alice);
    cannotWrite("recipient_blocked");
  }

  @ParameterizedTest
  @CsvSource({"followers, followers_only", "none, not_accepting_messages"})
  void a_setting_is_told_by_its_own_code(String setting, String reason) {
    alice.sets("who_can_message", setting);
    cannotWrite(reason);
  }

  @Test
  void oneself_is_told_by_a_code_wherever_one_is_the_wrong_person() {
    isBecause("yourself", alice.triesToOpenConversationWith(alice));
    isBecause("yourself", alice.triesToSend("hi").to(alice));
    for (String path : List.of("block", "follow")) {
      isBecause("yourself", alice.posts("/v1/users/" + alice.id() + "/" + path));
    }
    isBecause("yourself", alice.gets("/v1/users/" + alice.id() + "/can-message"));
  }

  @Test
  void what_is_wrong_with_a_message_is_told_over_rest_and_socket_by_one_code() {
    String conversation = alice.sends("first").to(bob).conversation();
    Map<String, Object> upload = Map.of("id", UUID.randomUUID().toString());
    Map<String, Map<String, Object>> wrong =
        Map.of(
            "content_empty", Map.of("content", "  "),
            "content_too_long", Map.of("content", "x".repeat(10_001)),
            "content_characters", Map.of("content", "a\0b"),
            "too_many_attachments",
                Map.of("attachments", List.of(upload, upload, upload, upload, upload, upload)),
            "attachments_unavailable",
                Map.of("message_type", "image", "attachments", List.of(upload)));
    var phone = alice.connects();
    wrong.forEach(
        (reason, fields) -> {
          Map<String, Object> frame = new HashMap<>(Map.of("message_type", "text", "content", "x"));
          frame.putAll(fields);
          isBecause(reason, alice.posts("/v1/conversations/" + conversation + "/messages", frame));
          frame.put("conversation_id", conversation);
          isBecause(reason, phone.awaitsAnswerTo(phone.says("message", frame)));
        });
  }

  @Test
  void the_wrong_side_of_a_message_is_told_by_a_code() {
    Message message = alice.sends("first").to(bob);
    isBecause("recipient_only", alice.triesToRead(message));
    isBecause("sender_only", bob.deletes("/v1/messages/" + message.id()));
    var phone = alice.connects();
    String ref = phone.says("delivered", Map.of("message_id", message.id()));
    isBecause("recipient_only", phone.awaitsAnswerTo(ref));
  }
}
