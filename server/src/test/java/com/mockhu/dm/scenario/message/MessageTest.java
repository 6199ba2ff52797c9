package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest extends SharedServerTest {
  private static final String EMOJI = "👩🏽";

  @Test
  void a_sent_message_comes_back_whole() {
    JsonNode sent = alice.triesToSend("hi").to(bob).isCreated();

    assertEquals(alice.id(), sent.path("sender_id").asText());
    assertEquals(alice.username(), sent.at("/sender/username").asText());
    assertEquals("text", sent.path("message_type").asText());
    assertEquals("hi", sent.path("content").asText());
    assertTrue(sent.path("attachments").isNull());
    assertEquals("sent", sent.path("status").asText());
    assertFalse(sent.path("is_read").asBoolean(true));
    assertTrue(sent.path("read_at").isNull());
    assertFalse(sent.path("is_deleted").asBoolean(true));
    assertEquals(1, sent.path("seq").asLong());
    assertEquals('7', sent.path("id").asText().charAt(14), "the version of the UUID");
  }

  @Test
  void every_surface_shows_the_same_message() {
    Message sent = alice.sends("the same everywhere").to(bob);
    assertEquals(sent.json(), alice.peeksAt(sent.conversation()).get(sent).json());
    JsonNode synced = alice.syncs(null).messages().getFirst().json();
    assertEquals(sent.json(), synced);
  }

  @Test
  void the_other_person_sees_the_same_but_not_the_senders_own_id() {
    Message sent = alice.sends("hi").withKey(java.util.UUID.randomUUID()).to(bob);
    Message got = bob.peeksAt(sent.conversation()).get(sent);

    assertEquals(sent.content(), got.content());
    assertEquals(sent.createdAt(), got.createdAt());
    assertEquals(null, got.clientMessageId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5 < 6 && a",
        "<script>alert('x')</script>",
        "  two spaces before, a line after \n",
        "\u2028 and \u2029 and \\ and \" and \t",
        "שלום עולם",
        "e\u0301 is not \u00e9",
        "x"
      })
  void what_was_typed_comes_back_as_typed(String text) {
    Message sent = alice.sends(text).to(bob);
    assertEquals(text, sent.content());
    assertEquals(text, bob.peeksAt(sent.conversation()).get(sent).content());
    assertEquals(text, bob.inbox().with(alice).preview());
  }

  @Test
  void markup_characters_are_escaped_in_the_bytes_of_every_answer() {
    Answer sent = alice.triesToSend("<b>&\u2028\u2029</b>").to(bob);
    String conversation = sent.isCreated().path("conversation_id").asText();
    List<Answer> answers =
        List.of(
            sent,
            bob.triesToReadHistory(conversation, ""),
            bob.gets("/v1/conversations"),
            bob.gets("/v1/sync"));
    for (Answer answer : answers) {
      assertFalse(answer.text().matches("(?s).*[<>&\u2028\u2029].*"), answer::toString);
      assertTrue(
          answer.text().toLowerCase().contains("\\u003cb\\u003e\\u0026\\u2028"), answer::toString);
    }
  }

  @Test
  void ten_thousand_code_points_are_taken_and_one_more_is_not() {
    String longest = "👩🏽".repeat(5_000);
    assertEquals(10_000, longest.codePointCount(0, longest.length()));

    assertEquals(longest, alice.sends(longest).to(bob).content());
    alice.triesToSend(longest + "!").to(bob).isRefused(400, "invalid_request");
    assertEquals(EMOJI, alice.sends(EMOJI).to(bob).content());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "\u00a0\u2003\u3000", "\u2028\u2029"})
  void nothing_but_white_space_is_no_message(String blank) {
    alice.triesToSend(blank).to(bob).isRefused(400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00", "\\ude00\\ud83d"})
  void text_that_is_no_unicode_is_refused(String escaped) {
    String body =
        "{\"message_type\":\"text\",\"content\":\"" + escaped + "\",\"recipient_id\":\"%s\"}";
    Answer answer = alice.postsText("/v1/messages", body.formatted(bob.id()));
    assertEquals(400, answer.status(), answer::toString);
    assertFalse(bob.inbox().has(alice));
  }

  @Test
  void a_refused_message_leaves_nothing_behind() {
    alice.triesToSend(" ").to(bob).isRefused(400, "invalid_request");
    assertFalse(alice.inbox().has(bob));
    assertFalse(bob.inbox().has(alice));
  }

  @Test
  void a_missing_or_unknown_type_is_refused() {
    String path = "/v1/conversations/" + alice.opensConversationWith(bob).id() + "/messages";
    alice.posts(path, Map.of("content", "hi")).isRefused(400, "invalid_request");
    Map<String, String> poem = Map.of("message_type", "poem", "content", "hi");
    alice.posts(path, poem).isRefused(400, "invalid_request");
  }

  @Test
  void a_text_has_content_and_no_attachments() {
    String path = "/v1/conversations/" + alice.opensConversationWith(bob).id() + "/messages";
    alice.posts(path, Map.of("message_type", "text")).isRefused(400, "invalid_request");
    alice
        .posts(path, Map.of("message_type", "text", "content", 5))
        .isRefused(400, "invalid_request");
    alice
        .triesToSend("look")
        .with("attachments", List.of(Map.of("url", "/uploads/messages/x.jpg")))
        .to(bob)
        .isRefused(400, "invalid_request");
  }

  @Test
  void an_image_that_names_no_upload_is_refused() {
    alice
        .triesToSend("look")
        .with("message_type", "image")
        .with("attachments", List.of(Map.of("id", java.util.UUID.randomUUID().toString())))
        .to(bob)
        .isRefused(400, "invalid_request");
  }

  @Test
  void fields_that_the_server_does_not_know_are_ignored() {
    Message sent = alice.sends("hi").with("seq", 99).with("sender_id", bob.id()).to(bob);
    assertEquals(1, sent.seq());
    assertEquals(alice.id(), sent.senderId());
  }

  @Test
  void created_at_never_runs_against_the_order() {
    List<Message> sent =
        java.util.stream.IntStream.range(0, 30)
            .mapToObj(i -> alice.sends("m" + i).to(bob))
            .toList();
    for (int i = 1; i < sent.size(); i++) {
      assertEquals(sent.get(i - 1).seq() + 1, sent.get(i).seq());
      java.time.Instant before = java.time.Instant.parse(sent.get(i - 1).createdAt());
      assertFalse(java.time.Instant.parse(sent.get(i).createdAt()).isBefore(before));
    }
  }
}
