package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.SteppedTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Three people with two devices each. Alice and bob talk, and bob and carol. Each frame is seen by
 * exactly those who should, once (behaviour §7.6 to §7.14).
 */
class FrameAudienceTest extends CampusTest {
  private final SteppedTime time = new SteppedTime();
  private String conversation;
  private Message greeting;
  private Socket alices;
  private Socket alicesOther;
  private Socket bobs;
  private Socket bobsOther;
  private Socket carols;
  private Socket carolsOther;

  @Override
  protected Scheduler scheduler() {
    return time;
  }

  @BeforeEach
  void everybodyIsThere() {
    greeting = alice.sends("hi").to(bob);
    conversation = greeting.conversation();
    carol.sends("hi").to(bob);
    alices = alice.connects();
    alicesOther = alice.connects();
    bobs = bob.connects();
    bobsOther = bob.connects();
    carols = carol.connects();
    carolsOther = carol.connects();
  }

  private void isSeenBy(String type, Predicate<JsonNode> which, Socket... audience) {
    for (Socket each : audience) {
      each.awaits(type, which);
    }
    for (Socket each : List.of(alices, alicesOther, bobs, bobsOther, carols, carolsOther)) {
      each.hasNo(type, which);
    }
  }

  private static Predicate<JsonNode> of(Message message) {
    return frame -> frame.at("/data/message_id").asText().equals(message.id());
  }

  private static Predicate<JsonNode> answering(String ref) {
    return frame -> frame.path("ref").asText().equals(ref);
  }

  @Test
  void new_message_and_ack() {
    String ref = alices.sends("soup?", conversation);
    isSeenBy("ack", answering(ref), alices);
    Predicate<JsonNode> soup = f -> f.at("/data/content").asText().equals("soup?");
    isSeenBy("new_message", soup, alicesOther, bobs, bobsOther);
  }

  @Test
  void error() {
    isSeenBy("error", answering(alices.sends(" ", conversation)), alices);
  }

  @Test
  void pong() {
    isSeenBy("pong", answering(bobs.says("ping", Map.of())), bobs);
  }

  @Test
  void authenticated() {
    isSeenBy("authenticated", answering(bobs.says("auth", Map.of("token", bob.token()))), bobs);
  }

  @Test
  void caught_up() {
    String ref = alices.says("resume", Map.of("cursor", alice.syncs(null).cursor()));
    isSeenBy("caught_up", answering(ref), alices);
  }

  @Test
  void reset() {
    isSeenBy("reset", answering(alices.says("resume", Map.of("cursor", "of-old"))), alices);
  }

  @Test
  void hello_is_for_the_one_who_comes() {
    Socket third = bob.connects(Dial.withTicketOf(bob));
    assertEquals(1, third.seen("hello").size());
    for (Socket each : List.of(alices, alicesOther, bobs, bobsOther, carols, carolsOther)) {
      each.fence();
      assertEquals(1, each.seen("hello").size());
    }
  }

  @Test
  void message_status() {
    bobs.says("delivered", Map.of("message_id", greeting.id()));
    isSeenBy("message_status", of(greeting), alices, alicesOther);
  }

  @Test
  void message_read() {
    bobs.says("read", Map.of("message_id", greeting.id()));
    isSeenBy("message_read", of(greeting), alices, alicesOther, bobs, bobsOther);
  }

  @Test
  void conversation_read() {
    bobs.says("read", Map.of("conversation_id", conversation));
    isSeenBy(
        "conversation_read",
        f -> f.at("/data/conversation_id").asText().equals(conversation),
        alices,
        alicesOther,
        bobs,
        bobsOther);
  }

  @Test
  void message_deleted_for_oneself() {
    alice.deletesForMe(greeting);
    isSeenBy("message_deleted", of(greeting), alices, alicesOther);
  }

  @Test
  void message_deleted_for_everyone() {
    alice.deletesForEveryone(greeting);
    isSeenBy("message_deleted", of(greeting), alices, alicesOther, bobs, bobsOther);
  }

  @Test
  void conversation_updated() {
    alice.deletesConversation(conversation);
    isSeenBy(
        "conversation_updated",
        f -> f.at("/data/id").asText().equals(conversation),
        alices,
        alicesOther);
  }

  @Test
  void user_typing() {
    alices.types(conversation, true);
    isSeenBy("user_typing", f -> true, bobs, bobsOther);
  }

  @Test
  void user_status() {
    Predicate<JsonNode> going =
        f ->
            f.at("/data/user_id").asText().equals(alice.id())
                && !f.at("/data/is_online").asBoolean();
    alice.sets("show_online", false);
    isSeenBy("user_status", going, bobs, bobsOther);
  }

  @Test
  void blocked_and_the_conversation_that_goes_with_it() {
    alice.blocks(bob);
    Predicate<JsonNode> here = f -> f.at("/data/id").asText().equals(conversation);
    isSeenBy("blocked", f -> f.at("/data/user_id").asText().equals(bob.id()), alices, alicesOther);
    isSeenBy("conversation_updated", here, alices, alicesOther, bobs, bobsOther);
  }

  @Test
  void settings_updated() {
    bob.sets("read_receipts", false);
    isSeenBy("settings_updated", f -> true, bobs, bobsOther);
  }

  @Test
  void an_unknown_frame_is_answered_to_its_sender_alone() {
    String ref = carols.says(UUID.randomUUID().toString(), Map.of());
    isSeenBy("error", answering(ref), carols);
  }
}
