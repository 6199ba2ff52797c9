package com.mockhu.dm.scenario.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.SteppedTime;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Typing: seen by the other one alone, briefly (behaviour §7.13). */
class TypingTest extends CampusTest {
  private final SteppedTime time = new SteppedTime();

  @Override
  protected Scheduler scheduler() {
    return time;
  }

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
    time.passes(Duration.ofMillis(5_999));
    bobs.hasNo("user_typing");
    time.passes(Duration.ofMillis(1));
    awaits(false);
  }

  @Test
  void typing_on_keeps_it_from_lapsing() {
    for (int i = 0; i < 4; i++) {
      alices.types(conversation, true);
      awaits(true);
      time.passes(Duration.ofSeconds(4));
    }
    bobs.hasNo("user_typing");
  }

  @Test
  void it_is_shown_once_a_second_at_most_and_more_is_no_error() {
    for (int i = 0; i < 20; i++) {
      assertEquals("ack", answer(alices.types(conversation, true)));
    }
    awaits(true);
    bobs.hasNo("user_typing");
    time.passes(Duration.ofSeconds(1));
    alices.types(conversation, true);
    awaits(true);
  }

  @Test
  void beginning_and_ending_in_haste_shows_one_of_each() {
    for (int i = 0; i < 10; i++) {
      answer(alices.types(conversation, true));
      answer(alices.types(conversation, false));
    }
    awaits(true);
    awaits(false);
    bobs.hasNo("user_typing");
    time.passes(Duration.ofSeconds(1));
    alices.types(conversation, true);
    awaits(true);
  }

  private String answer(String ref) {
    return alices.awaitsAnswerTo(ref).path("type").asText();
  }

  @Test
  void one_conversation_takes_nothing_from_another() {
    Socket carols = carol.connects();
    String other = alice.sends("hi").to(carol).conversation();
    alices.types(conversation, true);
    alices.types(other, true);
    awaits(true);
    carols.awaits("user_typing");
  }

  @Test
  void sending_the_message_ends_it() {
    alices.types(conversation, true);
    awaits(true);
    alices.sends("there", conversation);
    awaits(false);
    alices.fence();

    time.passes(Duration.ofSeconds(1));
    alices.types(conversation, true);
    awaits(true);
    alice.sends("over REST").in(conversation);
    awaits(false);
    time.passes(Duration.ofSeconds(10));
    bobs.hasNo("user_typing");
  }

  @Test
  void a_refused_message_does_not_end_it() {
    alices.types(conversation, true);
    awaits(true);
    alices.awaitsError(alices.sends(" ", conversation), "invalid_request");
    bobs.hasNo("user_typing");
  }

  @Test
  void leaving_with_the_last_device_ends_it() {
    Socket laptop = alice.connects();
    alices.types(conversation, true);
    awaits(true);
    laptop.leaves();
    bobs.hasNo("user_typing");
    alices.leaves();
    awaits(false);
  }

  @Test
  void a_block_ends_it_and_lets_nothing_through_either_way() {
    alices.types(conversation, true);
    awaits(true);
    alice.blocks(bob);
    awaits(false);
    time.passes(Duration.ofSeconds(2));
    assertEquals("ack", answer(alices.types(conversation, true)));
    bobs.awaitsError(bobs.types(conversation, true), "blocked");
    bobs.hasNo("user_typing");
    alices.hasNo("user_typing");
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
