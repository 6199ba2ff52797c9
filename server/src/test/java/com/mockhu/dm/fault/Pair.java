package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Together;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Two people who write to each other, and the messages that the server acknowledged. */
final class Pair {
  private static final int LANES = 4;

  private final Person one;
  private final Person other;
  private final String conversation;
  private final Map<String, Message> acknowledged = new ConcurrentHashMap<>();
  private final Map<UUID, Person> unknown = new ConcurrentHashMap<>();

  private Pair(Person one, Person other, String conversation) {
    this.one = one;
    this.other = other;
    this.conversation = conversation;
  }

  /** That many pairs, each with a first message. */
  static List<Pair> meet(Campus campus, int count) {
    return inLanes(count, i -> meet(campus));
  }

  private static Pair meet(Campus campus) {
    Person one = campus.welcomes("one");
    Person other = campus.welcomes("other");
    return new Pair(one, other, one.sends("first").to(other).conversation());
  }

  void sendUntilDown(Campus campus, boolean isOne, CountDownLatch acknowledgements) {
    Person sender = isOne ? one : other;
    while (true) {
      UUID key = UUID.randomUUID();
      try {
        unknown.put(key, sender);
        Answer answer = send(sender.at(campus), key);
        if (answer.status() == 503) {
          return;
        }
        Message sent = new Message(answer.isCreated());
        acknowledged.put(sent.id(), sent);
        unknown.remove(key);
        acknowledgements.countDown();
      } catch (UncheckedIOException e) {
        return;
      }
    }
  }

  private Answer send(Person sender, UUID key) {
    return sender.triesToSend("under " + key).withKey(key).in(conversation);
  }

  /** Sends unanswered messages again under their keys, which shows whether they were stored. */
  private void settleUnknownOutcomes(Campus campus) {
    unknown.forEach(
        (key, sender) -> {
          Message sent = new Message(send(sender.at(campus), key).data());
          acknowledged.put(sent.id(), sent);
        });
    unknown.clear();
  }

  /** Compares everything, once it is known what became of every send; a few at a time. */
  static void checkAll(List<Pair> pairs, Campus campus) {
    inLanes(
        pairs.size(),
        i -> {
          pairs.get(i).settleUnknownOutcomes(campus);
          pairs.get(i).check(campus);
          return i;
        });
  }

  /** A few at a time: more would only wait for each other. */
  private static <T> List<T> inLanes(int count, IntFunction<T> work) {
    return Together.run(
            LANES,
            lane -> IntStream.iterate(lane, i -> i < count, i -> i + LANES).mapToObj(work).toList())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private void check(Campus campus) {
    List<Message> stored = one.at(campus).wholeHistory(conversation);
    List<Long> expected = LongStream.rangeClosed(1, stored.size()).boxed().toList();
    assertEquals(expected, stored.stream().map(Message::seq).toList(), "a gap or a repeat");
    assertEquals(acknowledged.size() + 1, stored.size(), "lost, doubled or never sent");
    for (Message message : stored.subList(1, stored.size())) {
      Message promised = acknowledged.get(message.id());
      assertTrue(promised != null, () -> "never acknowledged: " + message);
      assertEquals(promised.seq(), message.seq());
      assertEquals(promised.content(), message.content());
    }
    for (Person person : List.of(one, other)) {
      long unread =
          stored.stream().filter(m -> !m.senderId().equals(person.id()) && !m.isRead()).count();
      assertEquals(unread, person.at(campus).inbox().totalUnread(), "the counter");
    }
    assertEquals(
        stored.getLast().id(),
        one.at(campus).inbox().with(other).lastMessage().path("id").asText(),
        "the preview");
  }
}
