package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Patience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Nothing is called delivered that has not arrived (behaviour §4.24), in whatever order it does.
 */
class DeliveryGapTest extends SharedServerTest {

  private void awaitStatuses(Message any, String... expected) {
    Patience.until(
        "the statuses are " + List.of(expected), () -> statuses(any).equals(List.of(expected)));
  }

  /** Of what Bob sent, as he sees it. */
  private List<String> statuses(Message any) {
    return bob.wholeHistory(any.conversation()).stream()
        .filter(message -> message.senderId().equals(bob.id()))
        .map(Message::status)
        .toList();
  }

  private static void acknowledges(Socket phone, Message message) {
    phone.says("delivered", Map.of("message_id", message.id()));
  }

  @Test
  void what_lies_before_the_one_that_arrived_is_not_called_delivered() {
    Socket phone = alice.connects();
    Message first = bob.sends("one").to(alice);
    Message second = bob.sends("two").to(alice);
    Message third = bob.sends("three").to(alice);
    acknowledges(phone, third);
    awaitStatuses(first, "sent", "sent", "delivered");
    acknowledges(phone, first);
    awaitStatuses(first, "delivered", "sent", "delivered");
    acknowledges(phone, second);
    awaitStatuses(first, "delivered", "delivered", "delivered");
    Message fourth = bob.sends("four").to(alice);
    acknowledges(phone, fourth);
    awaitStatuses(first, "delivered", "delivered", "delivered", "delivered");
  }

  @Test
  void what_was_read_in_between_is_no_gap() {
    Socket phone = alice.connects();
    Message first = bob.sends("one").to(alice);
    alice.sends("an answer").to(bob);
    Message third = bob.sends("two").to(alice);
    alice.reads(first);
    acknowledges(phone, third);
    awaitStatuses(first, "read", "delivered");
    Message fourth = bob.sends("three").to(alice);
    acknowledges(phone, fourth);
    awaitStatuses(first, "read", "delivered", "delivered");
  }

  @Test
  void what_was_deleted_before_it_arrived_never_does() {
    Message first = bob.sends("never seen").to(alice);
    alice.deletesConversation(first.conversation());
    Message second = bob.sends("seen").to(alice);
    Socket phone = alice.connects();
    acknowledges(phone, second);
    awaitStatuses(first, "sent", "delivered");
    Message third = bob.sends("seen too").to(alice);
    acknowledges(phone, third);
    awaitStatuses(first, "sent", "delivered", "delivered");
    assertEquals(List.of("sent", "delivered", "delivered"), statuses(first));
  }

  @Test
  void the_first_answer_after_a_long_monologue_is_delivered_and_read() {
    for (int i = 0; i < 5; i++) {
      alice.sends("hello? " + i).to(bob);
    }
    Socket phone = alice.connects();
    Message answer = bob.sends("hello").to(alice);
    acknowledges(phone, answer);
    awaitStatuses(answer, "delivered");
    alice.readsAllOf(answer.conversation());
    awaitStatuses(answer, "read");
    assertEquals(0, alice.inbox().totalUnread());
  }
}
