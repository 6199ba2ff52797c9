package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTest extends CampusTest {
  /** More than one page holds. */
  private static final int MANY = 1_200;

  @Test
  void a_fresh_start_gives_all_there_is() {
    alice.sends("one").to(bob);
    carol.sends("two").to(bob);
    bob.blocks(alice);
    SyncPage page = bob.syncs(null);

    assertFalse(page.hasMore());
    assertEquals(2, page.conversations().size());
    assertEquals(List.of("one", "two"), page.contents().stream().sorted().toList());
    assertEquals(alice.id(), page.blocks().getFirst().path("user_id").asText());
    assertEquals("everyone", page.settings().path("who_can_message").asText());
    assertFalse(page.cursor().isBlank());
  }

  @Test
  void a_fresh_start_of_somebody_new_is_empty() {
    SyncPage page = alice.syncs(null);
    assertEquals(List.of(), page.conversations());
    assertEquals(List.of(), page.messages());
    assertFalse(page.hasMore());
  }

  @Test
  void nothing_new_gives_nothing_and_the_same_cursor() {
    alice.sends("one").to(bob);
    String cursor = bob.syncs(null).cursor();
    SyncPage page = bob.syncs(cursor);
    assertTrue(page.isEmpty(), page::toString);
    assertEquals(cursor, page.cursor());
    assertFalse(page.isReset());
  }

  @Test
  void what_changed_since_the_cursor_comes_and_nothing_else() {
    alice.sends("old").to(bob);
    String cursor = bob.syncs(null).cursor();
    Message fresh = alice.sends("new").to(bob);
    SyncPage page = bob.syncs(cursor);

    assertEquals(List.of("new"), page.contents());
    assertEquals(2, page.conversations().getLast().path("unread_count").asInt());
    assertEquals("new", page.conversations().getLast().at("/last_message/content").asText());
    assertEquals(fresh.id(), page.messages().getFirst().id());
  }

  @Test
  void applying_a_page_twice_is_harmless() {
    String cursor = bob.syncs(null).cursor();
    alice.sends("new").to(bob);
    List<String> first = bob.syncs(cursor).contents();
    assertEquals(first, bob.syncs(cursor).contents());
  }

  @Test
  void ones_own_messages_come_as_well() {
    String cursor = alice.syncs(null).cursor();
    Message sent = alice.sends("from the other device").to(bob);
    assertEquals(sent.json(), alice.syncs(cursor).messages().getFirst().json());
  }

  @Test
  void deletions_come_as_tombstones_or_as_hidden() {
    Message first = alice.sends("one").to(bob);
    Message second = alice.sends("two").to(bob);
    String alices = alice.syncs(null).cursor();
    String bobs = bob.syncs(null).cursor();
    alice.deletesForMe(first);
    alice.deletesForEveryone(second);

    List<JsonNode> seen = alice.syncs(alices).messages().stream().map(Message::json).toList();
    JsonNode hidden = byId(seen, first);
    assertEquals("me", hidden.path("deleted_for").asText());
    assertTrue(hidden.path("is_deleted").asBoolean());
    assertTrue(byId(seen, second).path("content").isNull());
    SyncPage page = bob.syncs(bobs);
    assertEquals(List.of(second.id()), page.messages().stream().map(Message::id).toList());
    assertTrue(page.messages().getFirst().isDeleted());
  }

  private static JsonNode byId(List<JsonNode> messages, Message message) {
    return messages.stream()
        .filter(each -> each.path("id").asText().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void receipts_come_to_the_sender() {
    Message sent = alice.sends("one").to(bob);
    String cursor = alice.syncs(null).cursor();
    bob.reads(sent);

    List<JsonNode> receipts = alice.syncs(cursor).receipts();
    JsonNode read = receipts.getLast();
    assertEquals("read", read.path("status").asText());
    assertEquals(bob.id(), read.path("user_id").asText());
    assertEquals(sent.conversation(), read.path("conversation_id").asText());
    assertEquals(sent.id(), read.path("message_id").asText());
  }

  @Test
  void a_read_conversation_comes_as_one_receipt_up_to_a_number() {
    alice.sends("one").to(bob);
    Message last = alice.sends("two").to(bob);
    String cursor = alice.syncs(null).cursor();
    bob.readsAllOf(last.conversation());

    List<JsonNode> read =
        alice.syncs(cursor).receipts().stream()
            .filter(r -> r.path("status").asText().equals("read"))
            .toList();
    assertEquals(1, read.size());
    assertEquals(last.seq(), read.getFirst().path("up_to_seq").asLong());
  }

  @Test
  void a_reading_is_told_even_when_its_last_message_was_hidden_meanwhile() {
    Message first = alice.sends("one").to(bob);
    Message last = alice.sends("two").to(bob);
    bob.peeksAt(first.conversation());
    String cursor = alice.syncs(null).cursor();
    bob.readsAllOf(first.conversation());
    alice.deletesForMe(last);

    List<JsonNode> read =
        alice.syncs(cursor).receipts().stream()
            .filter(r -> r.path("status").asText().equals("read"))
            .toList();
    assertTrue(
        read.stream().anyMatch(r -> isAbout(first, r)), () -> "no reading of the first: " + read);
  }

  private static boolean isAbout(Message message, JsonNode receipt) {
    return receipt.path("up_to_seq").asLong() >= message.seq()
        || receipt.path("message_id").asText().equals(message.id());
  }

  @Test
  void settings_and_deleted_conversations_come_to_ones_other_devices() {
    Message sent = alice.sends("one").to(bob);
    String cursor = bob.syncs(null).cursor();
    bob.sets("who_can_message", "none");
    bob.deletesConversation(sent.conversation());

    SyncPage page = bob.syncs(cursor);
    assertEquals("none", page.settings().path("who_can_message").asText());
    JsonNode gone = page.conversations().getFirst();
    assertEquals(sent.conversation(), gone.path("id").asText());
    assertTrue(gone.path("is_deleted").asBoolean());
  }

  @Test
  void many_changes_come_in_pages() {
    String cursor = bob.syncs(null).cursor();
    String conversation = alice.sends("m0").to(bob).conversation();
    Socket laptop = alice.connects();
    List<String> refs =
        IntStream.range(1, MANY).mapToObj(i -> laptop.sends("m" + i, conversation)).toList();
    refs.forEach(laptop::awaitsAnswerTo);

    List<String> seen = new ArrayList<>();
    int pages = 0;
    SyncPage page;
    do {
      page = bob.syncs(cursor);
      seen.addAll(page.contents());
      cursor = page.cursor();
      pages++;
    } while (page.hasMore());
    assertEquals(IntStream.range(0, MANY).mapToObj(i -> "m" + i).toList(), seen);
    assertTrue(pages > 1, MANY + " changes came in one page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "AAAA", "%00", "-1"})
  void a_malformed_cursor_is_a_fresh_start(String cursor) {
    alice.sends("one").to(bob);
    SyncPage page = bob.syncs(cursor);
    assertTrue(page.isReset(), page::toString);
    assertEquals(List.of("one"), page.contents());
  }

  @Test
  void a_cursor_of_another_person_shows_nothing_of_theirs() {
    alice.sends("a secret").to(bob);
    String alices = alice.syncs(null).cursor();
    SyncPage page = carol.syncs(alices);
    assertTrue(page.conversations().isEmpty() && page.messages().isEmpty(), page::toString);
  }

  @Test
  void a_cursor_of_another_database_is_a_fresh_start() {
    alice.sends("one").to(bob);
    try (Campus other = Campus.start(Map.of())) {
      var stranger = other.welcomes("bob", bob.uuid());
      var writer = other.welcomes("writer");
      IntStream.range(0, 20).forEach(i -> writer.sends("elsewhere").to(stranger));
      SyncPage page = bob.syncs(stranger.syncs(null).cursor());
      assertTrue(page.isReset(), page::toString);
      assertEquals(List.of("one"), page.contents());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "1.5"})
  void a_wait_that_is_no_number_is_refused(String wait) {
    alice.gets("/v1/sync?wait=" + wait).isRefused(400, "invalid_request");
  }
}
