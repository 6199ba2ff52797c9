package com.mockhu.dm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.CampusTest;
import com.mockhu.dm.support.Socket;
import com.mockhu.dm.support.SyncPage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypingTest extends CampusTest {
  private String conversation;
  private Socket alices;
  private Socket bobs;

  @BeforeEach
  void talk() {
    conversation = alice.sends("hi").to(bob).conversation();
    alices = alice.connects();
    bobs = bob.connects();
  }

  private JsonNode awaits(boolean isTyping) {
    return bobs.awaits("user_typing", f -> f.at("/data/is_typing").asBoolean() == isTyping);
  }

  @Test
  void the_other_sees_one_begin_and_stop() {
    alices.types(conversation, true);
    JsonNode typing = awaits(true);
    assertEquals(conversation, typing.at("/data/conversation_id").asText());
    assertEquals(alice.id(), typing.at("/data/user_id").asText());
    assertFalse(typing.has("cursor"));

    alices.types(conversation, false);
    awaits(false);
  }

  @Test
  void typing_lapses_by_itself() {
    alices.types(conversation, true);
    awaits(true);
    awaits(false);
  }

  @Test
  void ones_own_devices_and_strangers_see_nothing() {
    Socket laptop = alice.connects();
    Socket strangers = carol.connects();
    alices.types(conversation, true);
    awaits(true);
    laptop.hasNo("user_typing");
    strangers.hasNo("user_typing");
  }

  @Test
  void a_stranger_cannot_type_into_a_conversation() {
    Socket strangers = carol.connects();
    strangers.awaitsError(strangers.types(conversation, true), "not_participant");
    strangers.awaitsError(strangers.types(UUID.randomUUID().toString(), true), "not_found");
    bobs.hasNo("user_typing");
  }

  @Test
  void typing_is_never_stored() {
    String cursor = bob.syncs(null).cursor();
    alices.types(conversation, true);
    awaits(true);
    SyncPage page = bob.syncs(cursor);
    assertTrue(page.isEmpty());
    assertEquals(cursor, page.cursor());
  }

  @Test
  void a_typing_frame_must_say_which_and_whether() {
    alices.awaitsError(alices.says("typing", Map.of("is_typing", true)), "invalid_request");
    alices.awaitsError(
        alices.says("typing", Map.of("conversation_id", conversation)), "invalid_request");
    alices.awaitsError(
        alices.says("typing", Map.of("conversation_id", conversation, "is_typing", "yes")),
        "invalid_request");
  }
}
