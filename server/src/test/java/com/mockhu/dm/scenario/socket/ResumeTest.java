package com.mockhu.dm.scenario.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest extends SharedServerTest {

  private static List<String> contents(Socket socket) {
    return socket.seen("new_message").stream().map(f -> f.at("/data/content").asText()).toList();
  }

  @Test
  void what_was_missed_comes_then_caught_up_then_live() {
    Socket phone = bob.connects();
    alice.sends("seen").to(bob);
    phone.awaitsMessage("seen");
    String cursor = phone.cursor();
    phone.leaves();
    IntStream.range(0, 30).forEach(i -> alice.sends("missed " + i).to(bob));

    phone = bob.connects();
    String ref = phone.says("resume", Map.of("cursor", cursor));
    JsonNode caughtUp = phone.awaits("caught_up");
    assertEquals(ref, caughtUp.path("ref").asText());
    List<String> missed = IntStream.range(0, 30).mapToObj(i -> "missed " + i).toList();
    assertEquals(missed, contents(phone));
    assertEquals(bob.syncs(null).cursor(), caughtUp.path("cursor").asText());

    alice.sends("live").to(bob);
    phone.awaitsMessage("live");
  }

  @Test
  void a_cursor_in_the_address_resumes_at_once() {
    String cursor = bob.syncs(null).cursor();
    alice.sends("missed").to(bob);
    Socket phone = bob.connects(Dial.withHeader(bob.token()).resuming(cursor));
    phone.awaits("caught_up");
    assertEquals(List.of("missed"), contents(phone));
  }

  @Test
  void every_kind_of_change_comes_again() {
    List<Message> sent = IntStream.range(0, 5).mapToObj(i -> alice.sends("m" + i).to(bob)).toList();
    bob.syncs(null);
    String cursor = alice.syncs(null).cursor();
    bob.reads(sent.get(0));
    bob.readsAllOf(sent.get(0).conversation());
    alice.deletesForMe(sent.get(1));
    alice.deletesForEveryone(sent.get(2));
    alice.blocks(carol);
    alice.sets("show_online", false);

    Socket laptop = alice.connects(Dial.withHeader(alice.token()).resuming(cursor));
    laptop.awaits("caught_up");
    laptop.awaits("message_read", f -> f.at("/data/message_id").asText().equals(sent.get(0).id()));
    laptop.awaits("conversation_read", f -> f.at("/data/seq").asLong() == sent.getLast().seq());
    laptop.awaits("message_deleted", f -> f.at("/data/for").asText().equals("me"));
    laptop.awaits("message_deleted", f -> f.at("/data/for").asText().equals("everyone"));
    laptop.awaits("blocked", f -> f.at("/data/user_id").asText().equals(carol.id()));
    laptop.awaits("settings_updated", f -> !f.at("/data/show_online").asBoolean(true));
  }

  @Test
  void one_message_that_was_read_does_not_make_those_before_it_read() {
    Message unread = alice.sends("unread").to(bob);
    Message read = alice.sends("read").to(bob);
    String cursor = alice.syncs(null).cursor();
    Socket desk = alice.connects();
    bob.syncs(null);
    desk.awaits("message_status", f -> f.at("/data/up_to_seq").asLong() == read.seq());
    bob.reads(read);
    desk.awaits("message_read");

    Socket phone = alice.connects(Dial.withHeader(alice.token()).resuming(cursor));
    JsonNode status = phone.awaits("message_status").path("data");
    assertEquals(read.seq(), status.path("up_to_seq").asLong(), "up to and with " + unread);
    assertEquals("delivered", status.path("status").asText());
    phone.awaits("message_read", f -> f.at("/data/message_id").asText().equals(read.id()));
  }

  @Test
  void nothing_missed_is_caught_up_at_once() {
    String cursor = bob.syncs(null).cursor();
    Socket phone = bob.connects();
    phone.says("resume", Map.of("cursor", cursor));
    assertEquals(cursor, phone.awaits("caught_up").path("cursor").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "", "AAAA"})
  void a_cursor_that_cannot_be_resumed_gets_a_reset(String cursor) {
    Socket phone = bob.connects();
    String ref = phone.says("resume", Map.of("cursor", cursor));
    assertEquals("reset", phone.awaitsAnswerTo(ref).path("type").asText());
    alice.sends("live").to(bob);
    phone.awaitsMessage("live");
  }

  @Test
  void a_cursor_of_another_person_shows_nothing_of_theirs() {
    String alices = alice.syncs(null).cursor();
    alice.sends("a secret").to(bob);
    Socket strangers = carol.connects();
    strangers.says("resume", Map.of("cursor", alices));
    strangers.fence();
    assertTrue(contents(strangers).isEmpty());
  }

  @Test
  void a_cursor_from_a_frame_serves_the_sync_and_the_other_way_round() {
    Socket phone = bob.connects();
    alice.sends("one").to(bob);
    phone.awaitsMessage("one");
    phone.fence();
    assertTrue(bob.syncs(phone.cursor()).messages().isEmpty());
    alice.sends("two").to(bob);
    assertEquals(
        List.of("two"),
        bob.syncs(phone.seen("hello").getFirst().path("cursor").asText()).contents().stream()
            .filter("two"::equals)
            .toList());
  }

  @Test
  void a_resume_in_the_middle_of_a_stream_of_messages_leaves_no_hole() {
    String conversation = alice.sends("m0").to(bob).conversation();
    String cursor = bob.syncs(null).cursor();
    Socket sender = alice.connects();
    Thread writing =
        Thread.ofVirtual()
            .start(
                () ->
                    IntStream.rangeClosed(1, 400)
                        .forEach(i -> sender.sends("m" + i, conversation)));
    Socket phone = bob.connects(Dial.withHeader(bob.token()).resuming(cursor));
    phone.awaitsMessage("m400");
    join(writing);
    List<String> all = IntStream.rangeClosed(1, 400).mapToObj(i -> "m" + i).toList();
    assertEquals(all, contents(phone).stream().distinct().toList());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
