package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RaceTest extends SharedServerTest {

  @RepeatedTest(3)
  void fifty_creations_from_both_sides_make_one_conversation() {
    List<Answer> answers =
        Together.run(
            50,
            i ->
                i % 2 == 0
                    ? alice.triesToOpenConversationWith(bob)
                    : bob.triesToOpenConversationWith(alice));
    Set<String> ids =
        answers.stream().map(a -> a.data().path("id").asText()).collect(Collectors.toSet());

    assertEquals(1, ids.size());
    assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
    alice.sends("hi").to(bob);
    assertEquals(ids, Set.of(bob.inbox().with(alice).id()));
    assertEquals(1, alice.inbox().total());
    assertEquals(1, bob.inbox().total());
  }

  @RepeatedTest(3)
  void fifty_first_messages_from_both_sides_make_one_conversation() {
    List<Message> sent =
        Together.run(
            50, i -> i % 2 == 0 ? alice.sends("a" + i).to(bob) : bob.sends("b" + i).to(alice));
    assertEquals(1, sent.stream().map(Message::conversation).distinct().count());
    assertEquals(
        LongStream.rangeClosed(1, 50).boxed().toList(),
        sent.stream().map(Message::seq).sorted().toList());
    assertEquals(25, alice.inbox().totalUnread());
    assertEquals(25, bob.inbox().totalUnread());
  }

  @RepeatedTest(3)
  void twenty_sends_of_one_key_make_one_message() {
    UUID key = UUID.randomUUID();
    List<Answer> answers = Together.run(20, i -> alice.triesToSend("once").withKey(key).to(bob));
    Set<String> ids =
        answers.stream().map(a -> a.data().path("id").asText()).collect(Collectors.toSet());

    assertEquals(1, ids.size());
    assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
    assertEquals(19, answers.stream().filter(a -> a.status() == 200).count());
    assertEquals(List.of("once"), bob.historyWith(alice).contents());
    assertEquals(1, bob.inbox().totalUnread());
  }

  @Test
  void twenty_different_texts_under_one_key_make_one_message() {
    UUID key = UUID.randomUUID();
    List<Answer> answers = Together.run(20, i -> alice.triesToSend("m" + i).withKey(key).to(bob));
    assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
    assertEquals(19, answers.stream().filter(a -> a.status() == 409).count());
    assertEquals(1, bob.historyWith(alice).messages().size());
  }

  @Test
  void five_hundred_sends_are_numbered_without_a_gap() {
    String conversation = alice.opensConversationWith(bob).id();
    List<Message> sent =
        Together.run(
            500,
            i -> i % 2 == 0 ? alice.sends("a" + i).in(conversation) : bob.sends("b" + i).to(alice));
    assertEquals(
        LongStream.rangeClosed(1, 500).boxed().toList(),
        sent.stream().map(Message::seq).sorted().toList());

    List<Message> stored = alice.wholeHistory(conversation);
    assertEquals(
        LongStream.rangeClosed(1, 500).boxed().toList(),
        stored.stream().map(Message::seq).toList());
    assertEquals(
        sent.stream().map(Message::content).sorted().toList(),
        stored.stream().map(Message::content).sorted().toList());
    List<String> times = stored.stream().map(Message::createdAt).toList();
    assertEquals(
        times.stream().map(java.time.Instant::parse).sorted().toList(),
        times.stream().map(java.time.Instant::parse).toList());
    assertEquals(250, alice.inbox().totalUnread());
  }

  @RepeatedTest(3)
  void racing_reads_deletions_and_sends_leave_a_right_count() {
    List<Message> sent = Together.run(30, i -> alice.sends("m" + i).to(bob));
    Together.run(
        90,
        i -> {
          Message message = sent.get(i % 30);
          return switch (i % 3) {
            case 0 -> bob.triesToRead(message).status();
            case 1 -> alice.deletes("/v1/messages/" + message.id() + "?for=everyone").status();
            default -> bob.triesToRead(sent.get((i * 7) % 30)).status();
          };
        });
    long unread =
        bob.historyWith(alice).messages().stream()
            .filter(m -> !m.isRead() && !m.isDeleted())
            .count();
    assertEquals(unread, bob.inbox().totalUnread());
    bob.readsAllOf(sent.getFirst().conversation());
    assertEquals(0, bob.inbox().totalUnread());
    assertTrue(bob.inbox("unread_only=true").conversations().isEmpty());
  }
}
