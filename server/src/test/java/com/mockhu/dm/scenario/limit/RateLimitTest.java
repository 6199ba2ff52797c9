package com.mockhu.dm.scenario.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateLimitTest extends CampusTest {
  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_LIMITS", "on");
  }

  @Test
  void ten_messages_a_minute_and_the_eleventh_waits() {
    for (int i = 0; i < 10; i++) {
      alice.sends("m" + i).to(bob);
    }
    Answer refused = alice.triesToSend("m10").to(bob);
    refused.isRefused(429, "rate_limited");
    long wait = Long.parseLong(refused.header("Retry-After").orElseThrow());
    assertTrue(wait >= 1 && wait <= 60, "wait " + wait);
    assertTrue(refused.header("RateLimit").isPresent());
    assertTrue(refused.header("RateLimit-Policy").isPresent());
    assertEquals(10, bob.inbox().totalUnread());
    bob.sends("the limit is each person's own").to(alice);
  }

  @Test
  void rest_and_socket_share_the_limit() {
    String conversation = alice.sends("m0").to(bob).conversation();
    Socket phone = alice.connects();
    for (int i = 1; i < 10; i++) {
      phone.awaitsAnswerTo(phone.sends("m" + i, conversation));
    }
    JsonNode error = phone.awaitsError(phone.sends("m10", conversation), "rate_limited");
    assertTrue(error.path("retry_after").asLong() >= 1);
    alice.triesToSend("m10").in(conversation).isRefused(429, "rate_limited");
    phone.fence();
  }

  @Test
  void a_replay_costs_nothing() {
    UUID key = UUID.randomUUID();
    Message first = alice.sends("once").withKey(key).to(bob);
    for (int i = 0; i < 20; i++) {
      assertEquals(
          first.id(), alice.triesToSend("once").withKey(key).to(bob).isOk().path("id").asText());
    }
    for (int i = 0; i < 9; i++) {
      alice.sends("m" + i).to(bob);
    }
    alice.triesToSend("one too many").to(bob).isRefused(429, "rate_limited");
    alice.triesToSend("once").withKey(key).to(bob).isOk();
  }

  @Test
  void every_answer_of_a_limited_route_says_what_is_left() {
    Answer first = alice.triesToSend("one").to(bob);
    assertEquals("\"messages_per_minute\";q=10;w=60", policy(first));
    assertTrue(left(first).startsWith("\"messages_per_minute\";r=9;t="), left(first));
    Answer refused = alice.triesToSend(" ").to(bob);
    refused.isRefused(400, "invalid_request");
    assertTrue(left(refused).startsWith("\"messages_per_minute\";r=9;t="), left(refused));

    Answer opened = alice.triesToOpenConversationWith(carol);
    assertEquals("\"conversations_per_minute\";q=30;w=60", policy(opened));
    // The first message to bob has opened one as well.
    assertTrue(left(opened).startsWith("\"conversations_per_minute\";r=28;t="), left(opened));
    assertEquals("\"requests_per_minute\";q=600;w=60", policy(alice.gets("/v1/conversations")));
  }

  private static String policy(Answer answer) {
    return answer.header("RateLimit-Policy").orElseThrow();
  }

  private static String left(Answer answer) {
    return answer.header("RateLimit").orElseThrow();
  }

  @Test
  void over_a_socket_too_a_refused_or_repeated_send_costs_nothing() {
    String conversation = alice.sends("m0").to(bob).conversation();
    Socket phone = alice.connects();
    Map<String, Object> once =
        Map.of(
            "conversation_id",
            conversation,
            "message_type",
            "text",
            "content",
            "once",
            "client_message_id",
            UUID.randomUUID());
    String stored = phone.awaitsAnswerTo(phone.says("message", once)).at("/message/id").asText();
    for (int i = 0; i < 20; i++) {
      JsonNode again = phone.awaitsAnswerTo(phone.says("message", once));
      assertEquals(stored, again.at("/message/id").asText());
      phone.awaitsError(phone.sends(" ", conversation), "invalid_request");
      phone.awaitsError(phone.sends("x", UUID.randomUUID().toString()), "not_found");
    }
    for (int i = 2; i < 10; i++) {
      assertEquals(
          "ack", phone.awaitsAnswerTo(phone.sends("m" + i, conversation)).path("type").asText());
    }
    phone.awaitsError(phone.sends("one too many", conversation), "rate_limited");
    JsonNode last = phone.awaitsAnswerTo(phone.says("message", once));
    assertEquals(stored, last.at("/message/id").asText());
  }

  @Test
  void a_blocked_sender_pays_nothing_for_trying() {
    String conversation = alice.sends("hi").to(bob).conversation();
    bob.blocks(alice);
    for (int i = 0; i < 15; i++) {
      alice.triesToSend("let me in").in(conversation).isRefused(403, "blocked");
    }
    bob.unblocks(alice);
    alice.sends("thank you").in(conversation);
  }

  @Test
  void many_at_once_get_no_more_through() {
    List<Integer> statuses = Together.run(50, i -> alice.triesToSend("m" + i).to(bob).status());
    assertEquals(10, statuses.stream().filter(s -> s == 201).count());
    assertEquals(40, statuses.stream().filter(s -> s == 429).count());
    assertEquals(10, bob.inbox().totalUnread());
  }

  @Test
  void a_stream_of_frames_closes_the_socket() {
    Socket phone = alice.connects();
    for (int i = 0; i < 2_000; i++) {
      phone.saysRaw("{\"type\":\"ping\"}");
    }
    assertEquals(4429, phone.closeCode());
  }
}
