package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiptTest extends CampusTest {
  private Message hi;
  private Socket screen;

  @BeforeEach
  void talk() {
    screen = alice.connects();
    hi = alice.sends("hi").to(bob);
  }

  private String status() {
    return alice.peeksAt(hi.conversation()).get(hi).status();
  }

  private void awaitsStatus(String status) {
    screen.awaits(
        "message_status",
        f ->
            f.at("/data/message_id").asText().equals(hi.id())
                && f.at("/data/conversation_id").asText().equals(hi.conversation())
                && f.at("/data/status").asText().equals(status));
    assertEquals(status, status());
  }

  @Test
  void looking_at_the_inbox_delivers_nothing() {
    bob.inbox();
    bob.gets("/v1/conversations/" + hi.conversation()).isOk();
    assertEquals("sent", status());
  }

  @Test
  void fetching_the_history_delivers() {
    bob.peeksAt(hi.conversation());
    awaitsStatus("delivered");
  }

  @Test
  void each_message_that_arrived_is_told_also_beyond_a_gap() {
    Message second = alice.sends("two").to(bob);
    Message third = alice.sends("three").to(bob);
    bob.history(hi.conversation(), "limit=2&mark_read=false");
    for (Message each : new Message[] {second, third}) {
      screen.awaits("message_status", f -> f.at("/data/message_id").asText().equals(each.id()));
    }
    assertEquals("sent", status());
  }

  @Test
  void a_sync_delivers() {
    bob.syncs(null);
    awaitsStatus("delivered");
  }

  @Test
  void a_delivered_frame_delivers() {
    Socket phone = bob.connects();
    phone.says("delivered", Map.of("message_id", hi.id()));
    awaitsStatus("delivered");
  }

  @Test
  void acknowledging_the_cursor_delivers() {
    Socket phone = bob.connects();
    hi = alice.sends("are you there?").to(bob);
    phone.awaitsMessage("are you there?");
    phone.says("received", Map.of("cursor", phone.cursor()));
    awaitsStatus("delivered");
  }

  @Test
  void a_thousand_receipts_in_one_cursor_are_one_frame() {
    Socket phone = bob.connects();
    Together.run(8, n -> sendsMany(125));
    for (int i = 0; i < 1_000; i++) {
      phone.awaits("new_message");
    }
    // The greeting came before anybody looked, and is the first of what arrived.
    phone.awaitsAnswerTo(phone.says("delivered", Map.of("message_id", hi.id())));
    screen.awaits("message_status");
    phone.awaitsAnswerTo(phone.says("received", Map.of("cursor", phone.cursor())));
    JsonNode status = screen.awaits("message_status");
    assertEquals(1_001, status.at("/data/up_to_seq").asLong());
    screen.hasNo("message_status");
  }

  @Test
  void a_thousand_plain_delivered_frames_are_a_few_events_and_frames() {
    Together.run(8, n -> sendsMany(125));
    List<Message> all = alice.wholeHistory(hi.conversation());
    Socket phone = bob.connects();
    List<String> refs = new ArrayList<>();
    campus.holding(
        "SELECT 1 FROM conversations WHERE id = '" + hi.conversation() + "' FOR UPDATE",
        () -> {
          all.forEach(m -> refs.add(phone.says("delivered", Map.of("message_id", m.id()))));
          phone.fence();
        });
    refs.forEach(ref -> assertEquals("ack", phone.awaitsAnswerTo(ref).path("type").asText()));
    screen.awaits("message_status", f -> f.at("/data/up_to_seq").asLong() == all.size());

    // The first went alone, and found the conversation held; those behind it, 200 at a time.
    String events = "SELECT count(*) FROM account_events WHERE kind = 15 AND user_id = '%s'";
    long stored = campus.counts(events.formatted(alice.id()));
    assertTrue(stored <= 7, stored + " events");
    assertTrue(screen.seen("message_status").size() <= stored, "more frames than events");
  }

  private int sendsMany(int count) {
    for (int i = 0; i < count; i++) {
      alice.sends("m" + i).in(hi.conversation());
    }
    return count;
  }

  @Test
  void writing_to_a_socket_that_says_nothing_delivers_nothing() {
    Socket phone = bob.connects();
    hi = alice.sends("are you there?").to(bob);
    phone.awaitsMessage("are you there?");
    phone.fence();
    assertEquals("sent", status());
  }

  @Test
  void only_the_recipient_says_delivered() {
    String ref = screen.says("delivered", Map.of("message_id", hi.id()));
    assertEquals("error", screen.awaitsAnswerTo(ref).path("type").asText());
    Socket eavesdropper = carol.connects();
    ref = eavesdropper.says("delivered", Map.of("message_id", hi.id()));
    assertEquals("error", eavesdropper.awaitsAnswerTo(ref).path("type").asText());
    assertEquals("sent", status());
  }

  @Test
  void reading_tells_the_sender_when_and_who() {
    bob.reads(hi);
    JsonNode read =
        screen.awaits("message_read", f -> f.at("/data/message_id").asText().equals(hi.id()));

    assertEquals(hi.conversation(), read.at("/data/conversation_id").asText());
    assertEquals(bob.id(), read.at("/data/read_by").asText());
    Message seen = alice.peeksAt(hi.conversation()).get(hi);
    assertEquals("read", seen.status());
    assertTrue(seen.isRead());
    assertEquals(read.at("/data/read_at"), seen.json().path("read_at"));
  }

  @Test
  void the_state_never_goes_back() {
    bob.reads(hi);
    bob.peeksAt(hi.conversation());
    Socket phone = bob.connects();
    phone.says("delivered", Map.of("message_id", hi.id()));
    phone.fence();
    assertEquals("read", status());
  }

  @Test
  void reading_a_conversation_tells_the_sender_once_up_to_where() {
    Socket tablet = bob.connects();
    Message last = alice.sends("and?").to(bob);
    bob.readsAllOf(hi.conversation());

    for (Socket each : new Socket[] {screen, tablet}) {
      JsonNode read = each.awaits("conversation_read");
      assertEquals(hi.conversation(), read.at("/data/conversation_id").asText());
      assertEquals(last.seq(), read.at("/data/seq").asLong());
      assertTrue(read.hasNonNull("cursor"));
    }
    screen.hasNo("message_read");
    assertEquals("read", status());
  }

  @Test
  void reading_a_conversation_is_told_as_such_even_of_a_single_message() {
    bob.readsAllOf(hi.conversation());
    assertEquals(1, screen.awaits("conversation_read").at("/data/seq").asLong());
    screen.hasNo("message_read");
  }

  @Test
  void a_page_that_leaves_several_read_and_older_ones_not_is_one_frame_with_its_range() {
    Socket tablet = bob.connects();
    for (int i = 2; i <= 6; i++) {
      alice.sends("m" + i).in(hi.conversation());
    }
    bob.history(hi.conversation(), "limit=3");

    for (Socket each : new Socket[] {screen, tablet}) {
      JsonNode read = each.awaits("message_read").path("data");
      assertEquals(4, read.path("from_seq").asLong());
      assertEquals(6, read.path("up_to_seq").asLong());
      each.hasNo("message_read");
      each.hasNo("conversation_read");
    }
    assertEquals("sent", status());
  }

  @Test
  void reading_up_to_a_number_leaves_what_came_after_it_unread() {
    for (int i = 2; i <= 4; i++) {
      alice.sends("m" + i).in(hi.conversation());
    }
    bob.readsUpTo(3, hi.conversation());

    JsonNode read = screen.awaits("message_read").path("data");
    assertEquals(1, read.path("from_seq").asLong());
    assertEquals(3, read.path("up_to_seq").asLong());
    screen.hasNo("conversation_read");
    assertEquals(1, bob.inbox().with(alice).unread());
    bob.readsUpTo(9, hi.conversation());
    assertEquals(4, screen.awaits("conversation_read").at("/data/seq").asLong());
    assertEquals(0, bob.inbox().with(alice).unread());
  }

  @Test
  void who_once_deleted_the_conversation_reads_it_in_one_frame_from_there_on() {
    String beginning = alice.syncs(null).cursor();
    bob.deletesConversation(hi.conversation());
    Message second = alice.sends("still there?").in(hi.conversation());
    Message third = alice.sends("hello?").in(hi.conversation());
    bob.readsAllOf(hi.conversation());

    JsonNode read = screen.awaits("conversation_read").path("data");
    assertEquals(second.seq(), read.path("from_seq").asLong());
    assertEquals(third.seq(), read.path("seq").asLong());
    screen.hasNo("message_read");
    screen.hasNo("conversation_read");
    List<JsonNode> receipts =
        alice.syncs(beginning).receipts().stream()
            .filter(receipt -> receipt.path("status").asText().equals("read"))
            .toList();
    assertEquals(1, receipts.size(), receipts::toString);
    assertEquals(second.seq(), receipts.getFirst().path("from_seq").asLong());
    assertEquals("sent", status());
  }

  @Test
  void a_frame_reads_up_to_a_number_as_well() {
    alice.sends("m2").in(hi.conversation());
    Socket phone = bob.connects();
    phone.says("read", Map.of("conversation_id", hi.conversation(), "up_to_seq", 1));
    screen.awaits("message_read", f -> f.at("/data/message_id").asText().equals(hi.id()));
    assertEquals(1, bob.inbox().with(alice).unread());
    phone.says("read", Map.of("conversation_id", hi.conversation(), "up_to_seq", "all"));
    assertEquals("invalid_request", phone.awaits("error").path("code").asText());
  }

  @Test
  void a_reading_on_one_device_reaches_the_readers_others() {
    Socket tablet = bob.connects();
    Socket phone = bob.connects();
    phone.says("read", Map.of("message_id", hi.id()));
    tablet.awaits("message_read", f -> f.at("/data/message_id").asText().equals(hi.id()));
  }

  @Test
  void with_receipts_off_the_sender_learns_of_the_delivery_and_no_more() {
    bob.sets("read_receipts", false);
    bob.reads(hi);

    assertEquals("delivered", status());
    assertFalse(alice.peeksAt(hi.conversation()).get(hi).isRead());
    assertEquals(0, bob.inbox().totalUnread());
    screen.hasNo("message_read");
    screen.hasNo("conversation_read");
  }

  @Test
  void turning_receipts_off_hides_the_past_as_well() {
    bob.reads(hi);
    assertEquals("read", status());
    bob.sets("read_receipts", false);

    Message seen = alice.peeksAt(hi.conversation()).get(hi);
    assertEquals("delivered", seen.status());
    assertTrue(seen.json().path("read_at").isNull());
  }

  @Test
  void who_hides_receipts_sees_none_either() {
    Message answer = bob.sends("yes?").to(alice);
    bob.sets("read_receipts", false);
    alice.reads(answer);

    Message seen = bob.peeksAt(answer.conversation()).get(answer);
    assertFalse(seen.isRead());
    assertEquals("delivered", seen.status());
  }

  @Test
  void a_reader_with_receipts_off_still_sees_what_was_read_by_oneself() {
    bob.sets("read_receipts", false);
    bob.reads(hi);
    assertTrue(bob.peeksAt(hi.conversation()).get(hi).isRead());
  }
}
