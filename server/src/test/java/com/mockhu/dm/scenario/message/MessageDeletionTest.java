package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageDeletionTest extends SharedServerTest {
  private Message first;
  private Message second;
  private String conversation;

  @BeforeEach
  void talk() {
    first = alice.sends("first").to(bob);
    second = alice.sends("a secret").to(bob);
    conversation = first.conversation();
  }

  @Test
  void deleting_for_oneself_leaves_the_message_to_the_other() {
    Answer answer = alice.deletes("/v1/messages/" + second.id());

    answer.isOk();
    assertEquals("Message deleted successfully", answer.json().path("message").asText());
    assertEquals(List.of("first"), alice.peeksAt(conversation).contents());
    assertEquals(List.of("a secret", "first"), bob.peeksAt(conversation).contents());
    assertEquals(2, bob.inbox().with(alice).unread());
  }

  @Test
  void deleting_for_oneself_does_not_rewrite_the_preview() {
    alice.deletesForMe(second);
    assertEquals("a secret", alice.inbox().with(bob).preview());
    assertEquals("a secret", bob.inbox().with(alice).preview());
  }

  @Test
  void deleting_for_everyone_leaves_a_tombstone_in_its_place() {
    alice.deletesForEveryone(first);

    for (var person : List.of(alice, bob)) {
      Message tombstone = person.peeksAt(conversation).get(first);
      assertTrue(tombstone.isDeleted());
      assertNull(tombstone.content());
      assertEquals(1, tombstone.seq());
      assertEquals(List.of(2L, 1L), person.peeksAt(conversation).seqs());
    }
  }

  @Test
  void deleting_for_everyone_leaves_no_trace_of_the_text_anywhere() {
    alice.deletesForEveryone(second);

    for (var person : List.of(alice, bob)) {
      assertNull(person.inbox().with(person == alice ? bob : alice).preview());
      for (String path :
          List.of(
              "/v1/conversations",
              "/v1/conversations/" + conversation,
              "/v1/conversations/" + conversation + "/messages?mark_read=false",
              "/v1/sync")) {
        Answer answer = person.gets(path);
        assertFalse(answer.text().contains("a secret"), answer::toString);
      }
    }
  }

  @Test
  void a_message_deleted_for_everyone_is_unread_no_more() {
    alice.deletesForEveryone(second);
    assertEquals(1, bob.inbox().with(alice).unread());
    assertEquals(1, bob.inbox().totalUnread());
  }

  @Test
  void a_tombstone_does_not_take_the_preview_from_a_later_message() {
    alice.deletesForEveryone(first);
    assertEquals("a secret", bob.inbox().with(alice).preview());
  }

  @Test
  void after_an_hour_it_is_too_late_for_everyone_and_not_for_oneself() {
    campus.ages(first, Duration.ofMinutes(59));
    alice.deletesForEveryone(first);
    campus.ages(second, Duration.ofMinutes(61));
    alice.deletes("/v1/messages/" + second.id() + "?for=everyone").isRefused(403, "too_late");
    assertEquals("a secret", bob.peeksAt(conversation).get(second).content());
    alice.deletesForMe(second);
  }

  @Test
  void deleting_twice_changes_nothing_more() {
    alice.deletesForMe(first);
    alice.deletesForMe(first);
    alice.deletesForEveryone(second);
    alice.deletesForEveryone(second);
    assertEquals(1, bob.inbox().totalUnread());
  }

  @Test
  void only_the_sender_deletes() {
    bob.deletes("/v1/messages/" + first.id()).isRefused(403, "forbidden");
    bob.deletes("/v1/messages/" + first.id() + "?for=everyone").isRefused(403, "forbidden");
    assertEquals(403, carol.deletes("/v1/messages/" + first.id()).status());
    assertEquals(List.of("a secret", "first"), bob.peeksAt(conversation).contents());
  }

  @Test
  void a_message_that_never_was_is_not_found() {
    alice.deletes("/v1/messages/" + UUID.randomUUID()).isRefused(404, "not_found");
  }

  @Test
  void an_unknown_audience_is_refused() {
    alice.deletes("/v1/messages/" + first.id() + "?for=bob").isRefused(400, "invalid_request");
    assertEquals("first", bob.peeksAt(conversation).get(first).content());
  }

  @Test
  void the_numbers_stay_as_they_were() {
    alice.deletesForEveryone(first);
    alice.deletesForMe(second);
    assertEquals(3, alice.sends("third").to(bob).seq());
  }
}
