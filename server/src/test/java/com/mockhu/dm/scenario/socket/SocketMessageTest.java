package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketMessageTest extends SharedServerTest {
  private String conversation;
  private Socket alices;
  private Socket bobs;

  @BeforeEach
  void connect() {
    conversation = alice.sends("hi").to(bob).conversation();
    alices = alice.connects();
    bobs = bob.connects();
  }

  private Map<String, Object> text(String content) {
    return new HashMap<>(Map.of("message_type", "text", "content", content));
  }

  @Test
  void an_ack_has_what_a_201_has_and_comes_after_the_commit() {
    UUID key = UUID.randomUUID();
    Map<String, Object> frame = text("over the socket");
    frame.put("conversation_id", conversation);
    frame.put("client_message_id", key.toString());
    JsonNode ack = alices.awaitsAnswerTo(alices.says("message", frame));

    assertEquals("ack", ack.path("type").asText());
    assertEquals(key.toString(), ack.path("client_message_id").asText());
    Message sent = new Message(ack.path("message"));
    assertEquals(sent.json(), alice.peeksAt(conversation).get(sent).json());
    assertEquals(key.toString(), sent.clientMessageId());
    assertEquals(2, sent.seq());
  }

  @Test
  void the_recipient_gets_the_message_as_history_shows_it() {
    alices.sends("over the socket", conversation);
    Message got = bobs.awaitsMessage("over the socket");

    assertEquals(alice.id(), got.senderId());
    assertEquals(got.id(), bob.peeksAt(conversation).get(got).id());
    assertEquals(null, got.clientMessageId());
  }

  @Test
  void a_message_by_rest_reaches_sockets_and_one_by_socket_reaches_rest() {
    alice.sends("by rest").in(conversation);
    bobs.awaitsMessage("by rest");
    bobs.awaitsAnswerTo(bobs.sends("by socket", conversation));
    assertEquals(List.of("by socket", "by rest", "hi"), alice.peeksAt(conversation).contents());
  }

  @Test
  void ones_other_connections_get_it_with_ones_own_id() {
    Socket laptop = alice.connects();
    UUID key = UUID.randomUUID();
    Map<String, Object> frame = text("from the phone");
    frame.put("conversation_id", conversation);
    frame.put("client_message_id", key.toString());
    alices.awaitsAnswerTo(alices.says("message", frame));

    assertEquals(key.toString(), laptop.awaitsMessage("from the phone").clientMessageId());
    alices.hasNo("new_message", f -> f.at("/data/content").asText().equals("from the phone"));
  }

  @Test
  void a_send_by_rest_reaches_all_of_ones_connections() {
    alice.sends("by rest").in(conversation);
    alices.awaitsMessage("by rest");
  }

  @Test
  void a_first_message_may_name_the_person() {
    Map<String, Object> frame = text("hello carol");
    frame.put("recipient_id", carol.id());
    JsonNode ack = alices.awaitsAnswerTo(alices.says("message", frame));
    assertEquals(1, ack.at("/message/seq").asLong());
    assertEquals("hello carol", carol.inbox().with(alice).preview());
  }

  @Test
  void frames_sent_one_after_the_other_keep_their_order() {
    List<String> texts = IntStream.range(0, 200).mapToObj(i -> "m" + i).toList();
    List<String> refs = texts.stream().map(t -> alices.sends(t, conversation)).toList();
    refs.forEach(alices::awaitsAnswerTo);

    List<String> stored = new java.util.ArrayList<>();
    stored.addAll(alice.history(conversation, "limit=100").contents().reversed());
    String before = alice.history(conversation, "limit=100").nextCursor();
    stored.addAll(
        0, alice.history(conversation, "limit=100&before_id=" + before).contents().reversed());
    assertEquals(texts, stored);
    bobs.awaitsMessage("m199");
    List<String> arrived =
        bobs.seen("new_message").stream().map(f -> f.at("/data/content").asText()).toList();
    assertEquals(texts, arrived);
  }

  @Test
  void a_refused_message_gets_an_error_with_its_ref_and_the_socket_stays() {
    alices.awaitsError(alices.sends(" ", conversation), "invalid_request");
    alices.awaitsError(alices.sends("hi", UUID.randomUUID().toString()), "not_found");
    alices.awaitsError(alices.sends("hi", "no-uuid"), "invalid_request");
    String elsewhere = bob.sends("psst").to(carol).conversation();
    alices.awaitsError(alices.sends("hi", elsewhere), "not_participant");
    alices.awaitsError(alices.says("message", text("to whom?")), "invalid_request");
    alices.awaitsError(
        alices.says("message", Map.of("conversation_id", conversation, "content", "hi")),
        "invalid_request");
    alices.awaitsAnswerTo(alices.sends("now right", conversation));
    bobs.awaitsMessage("now right");
  }

  @Test
  void every_frame_that_changes_state_has_a_cursor() {
    Message sent = alice.sends("one").in(conversation);
    bobs.awaits("new_message", f -> f.path("cursor").isTextual());
    bob.reads(sent);
    alices.awaits("message_read", f -> f.path("cursor").isTextual());
    alice.deletesForEveryone(sent);
    bobs.awaits("message_deleted", f -> f.path("cursor").isTextual());
  }

  @Test
  void a_deletion_for_everyone_reaches_both_and_one_for_oneself_ones_own_devices() {
    Message first = alice.sends("one").in(conversation);
    Message second = alice.sends("two").in(conversation);
    alice.deletesForMe(first);
    JsonNode mine = alices.awaits("message_deleted");
    assertEquals(first.id(), mine.at("/data/message_id").asText());
    assertEquals("me", mine.at("/data/for").asText());

    alice.deletesForEveryone(second);
    JsonNode theirs = bobs.awaits("message_deleted");
    assertEquals(second.id(), theirs.at("/data/message_id").asText());
    assertEquals("everyone", theirs.at("/data/for").asText());
    assertEquals(conversation, theirs.at("/data/conversation_id").asText());
    bobs.hasNo("message_deleted", f -> f.at("/data/for").asText().equals("me"));
  }

  @Test
  void a_read_frame_reads() {
    Message sent = alice.sends("one").in(conversation);
    bobs.awaitsMessage("one");
    bobs.says("read", Map.of("message_id", sent.id()));
    JsonNode read = alices.awaits("message_read");
    assertEquals(bob.id(), read.at("/data/read_by").asText());
    assertTrue(alice.peeksAt(conversation).get(sent).isRead());
  }

  @Test
  void a_frame_that_carries_a_ref_is_answered_when_it_was_carried_out() {
    Message sent = alice.sends("one").in(conversation);
    String ref = bobs.says("delivered", Map.of("message_id", sent.id()));
    assertEquals("ack", bobs.awaitsAnswerTo(ref).path("type").asText());
    ref = bobs.says("read", Map.of("message_id", sent.id()));
    assertEquals("ack", bobs.awaitsAnswerTo(ref).path("type").asText());
    ref = bobs.types(conversation, true);
    assertEquals("ack", bobs.awaitsAnswerTo(ref).path("type").asText());
  }

  @Test
  void reading_ones_own_or_nothing_is_an_error() {
    Message sent = alice.sends("one").in(conversation);
    alices.awaitsError(alices.says("read", Map.of("message_id", sent.id())), "forbidden");
    alices.awaitsError(
        alices.says("read", Map.of("message_id", UUID.randomUUID().toString())), "not_found");
    alices.awaitsError(alices.says("read", Map.of()), "invalid_request");
    assertFalse(bob.peeksAt(conversation).get(sent).isRead());
  }

  @Test
  void strangers_get_none_of_it() {
    Socket strangers = carol.connects();
    Message sent = alice.sends("between us").in(conversation);
    bob.reads(sent);
    alice.deletesForEveryone(sent);
    strangers.hasNo(
        "new_message", f -> f.at("/data/conversation_id").asText().equals(conversation));
    strangers.hasNo("message_read");
    strangers.hasNo("message_deleted");
  }
}
