package com.mockhu.dm.scenario.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationDeletionTest extends SharedServerTest {
  private String conversation;

  @BeforeEach
  void talk() {
    conversation = alice.sends("before").to(bob).conversation();
  }

  @Test
  void deleting_hides_a_conversation_from_the_deleter_alone() {
    Answer answer = bob.deletes("/v1/conversations/" + conversation);

    answer.isOk();
    assertEquals("Conversation deleted successfully", answer.json().path("message").asText());
    assertFalse(bob.inbox().has(alice));
    assertEquals(0, bob.inbox().total());
    assertEquals(List.of("before"), alice.historyWith(bob).contents());
  }

  @Test
  void what_was_unread_in_a_deleted_conversation_counts_no_more() {
    carol.sends("still here").to(bob);
    bob.deletesConversation(conversation);

    assertEquals(1, bob.inbox().totalUnread());
    assertEquals(1, bob.gets("/v1/conversations/unread-count").isOk().path("total_unread").asInt());
  }

  @Test
  void ones_other_devices_see_it_go_and_come_back_and_the_other_sees_nothing() {
    Socket tablet = bob.connects();
    Socket alices = alice.connects();
    bob.deletesConversation(conversation);
    tablet.awaits("conversation_updated", f -> f.at("/data/is_deleted").asBoolean());
    alices.hasNo("conversation_updated", f -> f.at("/data/is_deleted").asBoolean());

    alice.sends("after").in(conversation);
    tablet.awaits("conversation_updated", f -> f.at("/data/id").asText().equals(conversation));
    tablet.awaitsMessage("after");
  }

  @Test
  void deleting_twice_is_fine() {
    bob.deletesConversation(conversation);
    bob.deletesConversation(conversation);
  }

  @Test
  void a_deleted_conversation_opens_by_id_with_an_empty_history() {
    bob.deletesConversation(conversation);

    assertEquals(
        0, bob.gets("/v1/conversations/" + conversation).isOk().path("unread_count").asInt());
    assertEquals(List.of(), bob.peeksAt(conversation).messages());
  }

  @Test
  void a_new_message_brings_it_back_with_only_what_came_after() {
    bob.deletesConversation(conversation);
    alice.sends("after").in(conversation);

    assertEquals(1, bob.inbox().with(alice).unread());
    assertEquals("after", bob.inbox().with(alice).preview());
    assertEquals(List.of("after"), bob.peeksAt(conversation).contents());
    assertEquals(List.of("after", "before"), alice.peeksAt(conversation).contents());
  }

  @Test
  void ones_own_message_brings_it_back_as_well() {
    bob.deletesConversation(conversation);
    bob.sends("me again").to(alice);

    assertEquals(List.of("me again"), bob.historyWith(alice).contents());
  }

  @Test
  void opening_a_deleted_one_finds_it_without_a_last_message() {
    bob.deletesConversation(conversation);

    bob.triesToOpenConversationWith(alice).isOk();
    assertTrue(bob.inbox().with(alice).lastMessage().isNull());
    assertEquals(List.of(), bob.peeksAt(conversation).messages());
  }

  @Test
  void an_opener_of_a_deleted_one_does_not_bring_it_back_to_the_other() {
    bob.deletesConversation(conversation);
    alice.triesToOpenConversationWith(bob).isOk();

    assertFalse(bob.inbox().has(alice));
  }

  @Test
  void both_may_delete_and_the_numbers_go_on() {
    alice.deletesConversation(conversation);
    bob.deletesConversation(conversation);

    assertEquals(2, alice.sends("again").to(bob).seq());
    assertEquals(List.of("again"), alice.historyWith(bob).contents());
    assertEquals(List.of("again"), bob.historyWith(alice).contents());
  }
}
