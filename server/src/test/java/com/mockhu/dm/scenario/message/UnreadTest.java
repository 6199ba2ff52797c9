package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadTest extends SharedServerTest {
  private Message first;
  private Message second;
  private String conversation;

  @BeforeEach
  void talk() {
    first = alice.sends("first").to(bob);
    second = alice.sends("second").to(bob);
    conversation = first.conversation();
  }

  private void assertUnread(int expected) {
    assertEquals(expected, bob.inbox().with(alice).unread());
    assertEquals(expected, bob.inbox().totalUnread());
    var count = bob.gets("/v1/conversations/unread-count").isOk();
    assertEquals(expected, count.path("total_unread").asInt());
    assertEquals(expected == 0 ? 0 : 1, count.path("unread_conversations").asInt());
  }

  @Test
  void each_incoming_message_counts_and_ones_own_do_not() {
    assertUnread(2);
    bob.sends("an answer").to(alice);
    assertUnread(2);
    assertEquals(1, alice.inbox().totalUnread());
  }

  @Test
  void reading_one_message_reads_that_one_alone() {
    bob.reads(second);
    assertUnread(1);
    assertTrue(bob.peeksAt(conversation).get(second).isRead());
    assertEquals(false, bob.peeksAt(conversation).get(first).isRead());
  }

  @Test
  void reading_one_message_twice_changes_nothing() {
    bob.reads(first);
    var readAt = alice.peeksAt(conversation).get(first).json().path("read_at");
    bob.reads(first);
    assertUnread(1);
    assertEquals(readAt, alice.peeksAt(conversation).get(first).json().path("read_at"));
  }

  @Test
  void reading_a_conversation_reads_all_of_it() {
    var answer = bob.posts("/v1/conversations/" + conversation + "/read");
    answer.isOk();
    assertEquals("Conversation marked as read", answer.json().path("message").asText());
    assertUnread(0);
    bob.readsAllOf(conversation);
    assertUnread(0);
  }

  @Test
  void the_seeds_words_confirm_a_single_reading() {
    var answer = bob.triesToRead(first);
    answer.isOk();
    assertEquals("Message marked as read", answer.json().path("message").asText());
  }

  @Test
  void fetching_the_history_reads_what_it_returned_and_no_more() {
    bob.history(conversation, "limit=1");
    assertUnread(1);
    bob.history(conversation, "");
    assertUnread(0);
  }

  @Test
  void peeking_at_the_history_reads_nothing() {
    bob.history(conversation, "mark_read=false");
    assertUnread(2);
  }

  @Test
  void the_sender_reads_nothing_by_looking() {
    alice.history(conversation, "");
    assertUnread(2);
    alice.readsAllOf(conversation);
    assertUnread(2);
  }

  @Test
  void only_the_recipient_marks_a_message_read() {
    alice.triesToRead(first).isRefused(403, "forbidden");
    assertEquals(403, carol.triesToRead(first).status());
    assertUnread(2);
  }

  @Test
  void reading_what_never_was_is_not_found() {
    bob.posts("/v1/messages/" + UUID.randomUUID() + "/read").isRefused(404, "not_found");
  }

  @Test
  void reading_after_the_senders_deletion_takes_nothing_away_twice() {
    bob.reads(first);
    alice.deletesForEveryone(first);
    assertUnread(1);
    alice.deletesForEveryone(second);
    assertUnread(0);
    bob.triesToRead(second);
    assertUnread(0);
  }

  @Test
  void reading_what_lies_behind_ones_own_deletion_changes_no_count() {
    bob.deletesConversation(conversation);
    alice.sends("third").to(bob);
    bob.triesToRead(first);
    assertUnread(1);
    alice.deletesForEveryone(second);
    assertUnread(1);
  }
}
