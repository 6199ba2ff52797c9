package com.mockhu.dm.model;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Three people who do whatever comes to mind; refusals are part of life, faults are not. */
final class Story {
  private final List<Person> people;
  private final Map<Integer, List<Message>> between = new ConcurrentHashMap<>();

  Story(Campus campus) {
    people = List.of(campus.welcomes("anna"), campus.welcomes("ben"), campus.welcomes("cleo"));
  }

  List<Person> people() {
    return people;
  }

  static Arbitrary<List<Step>> steps(int least, int most) {
    Arbitrary<Action> actions =
        Arbitraries.frequency(
            Tuple.of(10, Action.SEND),
            Tuple.of(1, Action.SEND_AGAIN),
            Tuple.of(1, Action.OPEN),
            Tuple.of(4, Action.READ_ONE),
            Tuple.of(2, Action.READ_ALL),
            Tuple.of(1, Action.FETCH),
            Tuple.of(2, Action.DELETE_FOR_ME),
            Tuple.of(3, Action.DELETE_FOR_EVERYONE),
            Tuple.of(2, Action.DELETE_CONVERSATION),
            Tuple.of(1, Action.BLOCK),
            Tuple.of(2, Action.UNBLOCK));
    return Combinators.combine(
            actions,
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 2),
            Arbitraries.integers().between(0, 5))
        .as(Step::new)
        .list()
        .ofMinSize(least)
        .ofMaxSize(most);
  }

  void play(Step step) {
    Answer answer = answer(step);
    if (answer != null && answer.status() >= 500) {
      throw new AssertionError(step + ": " + answer);
    }
  }

  private Answer answer(Step step) {
    Person actor = people.get(step.actor());
    Person other = people.get(step.other());
    return switch (step.action()) {
      case SEND -> send(step, actor, other);
      case OPEN -> actor.triesToOpenConversationWith(other);
      case BLOCK -> actor.posts("/v1/users/" + other.id() + "/block");
      case UNBLOCK -> actor.deletes("/v1/users/" + other.id() + "/block");
      case SEND_AGAIN,
          READ_ONE,
          READ_ALL,
          FETCH,
          DELETE_FOR_ME,
          DELETE_FOR_EVERYONE,
          DELETE_CONVERSATION ->
          aboutOneMessage(step, actor, other);
    };
  }

  private Answer send(Step step, Person actor, Person other) {
    Answer answer =
        actor.triesToSend("from " + actor).withKey(java.util.UUID.randomUUID()).to(other);
    if (answer.status() == 201) {
      messages(step).addFirst(new Message(answer.data()));
    }
    return answer;
  }

  private Answer aboutOneMessage(Step step, Person actor, Person other) {
    List<Message> messages = messages(step);
    if (messages.isEmpty()) {
      return null;
    }
    Message message = messages.get(step.pick() % messages.size());
    String path = "/v1/conversations/" + message.conversation();
    return switch (step.action()) {
      case SEND_AGAIN -> again(actor, other, message);
      case READ_ONE -> actor.triesToRead(message);
      case READ_ALL -> actor.posts(path + "/read");
      case FETCH -> actor.gets(path + "/messages?limit=2");
      case DELETE_FOR_ME -> actor.deletes("/v1/messages/" + message.id());
      case DELETE_FOR_EVERYONE -> actor.deletes("/v1/messages/" + message.id() + "?for=everyone");
      case DELETE_CONVERSATION -> actor.deletes(path);
      case SEND, OPEN, BLOCK, UNBLOCK -> throw new AssertionError(step);
    };
  }

  private static Answer again(Person actor, Person other, Message message) {
    boolean isOwn = message.senderId().equals(actor.id());
    return !isOwn
        ? null
        : actor
            .triesToSend(message.content())
            .with("client_message_id", message.clientMessageId())
            .to(other);
  }

  private List<Message> messages(Step step) {
    // The two seats, in whatever order, make one key.
    int key = (1 << step.actor()) | (1 << step.other());
    return between.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>());
  }
}
