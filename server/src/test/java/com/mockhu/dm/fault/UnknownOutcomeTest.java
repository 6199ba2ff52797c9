package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.CommitCutter;
import com.mockhu.dm.support.database.CommitCutter.Cut;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The line to the database breaks at the commit (behaviour §4.1, §4.13). {@code -Dcut.rounds=50}
 * makes more of it.
 */
class UnknownOutcomeTest {
  private static final int ROUNDS = Integer.getInteger("cut.rounds", 20);
  private static final int SENDERS = 4;

  private CommitCutter line;
  private Campus campus;
  private Person alice;
  private Person bob;

  @BeforeEach
  void start() {
    line = new CommitCutter(TestCluster.createDatabase());
    campus = Campus.on(line.url(), Map.of());
    alice = campus.welcomes("alice");
    bob = campus.welcomes("bob");
  }

  @AfterEach
  void stop() {
    campus.close();
    line.close();
  }

  @ParameterizedTest
  @EnumSource
  void each_message_is_stored_once_and_acknowledged_as_it_is(Cut cut) {
    String conversation = alice.sends("hello").to(bob).conversation();
    Socket phone = alice.connects();
    Socket tablet = bob.connects();
    List<Message> acknowledged = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      String name = "round " + round + " message ";
      line.arm(cut);
      List<Optional<Message>> results =
          Together.run(SENDERS, i -> send(conversation, phone, name + i, i % 2 == 0));
      for (Optional<Message> result : results) {
        // Before the commit nothing was stored, and to say so would be right as well.
        assertTrue(result.isPresent() || cut == Cut.BEFORE_THE_COMMIT, name);
        result.ifPresent(acknowledged::add);
      }
      assertEquals(round + 1, line.cuts());
    }
    acknowledged.forEach(message -> tablet.awaitsMessage(message.content()));
    check(conversation, acknowledged);
  }

  /** Empty when it was refused. */
  private Optional<Message> send(String conversation, Socket phone, String text, boolean isRest) {
    if (isRest) {
      Answer answer = alice.triesToSend(text).in(conversation);
      return answer.status() == 503
          ? Optional.empty()
          : Optional.of(new Message(answer.isCreated()));
    }
    JsonNode answer = phone.awaitsAnswerTo(phone.sends(text, conversation));
    if (answer.path("code").asText().equals("unavailable")) {
      return Optional.empty();
    }
    assertEquals("ack", answer.path("type").asText(), answer::toString);
    return Optional.of(new Message(answer.path("message")));
  }

  private void check(String conversation, List<Message> acknowledged) {
    List<Message> stored = alice.wholeHistory(conversation);
    assertEquals(
        LongStream.rangeClosed(1, stored.size()).boxed().toList(),
        stored.stream().map(Message::seq).toList());
    List<Message> behindHello = stored.subList(1, stored.size());
    assertEquals(lines(acknowledged), lines(behindHello));
    assertEquals(stored.size(), bob.inbox().totalUnread());
    assertEquals(stored.getLast().id(), bob.inbox().with(alice).lastMessage().path("id").asText());
  }

  private static List<String> lines(List<Message> messages) {
    return messages.stream().map(m -> m.seq() + " " + m.id() + " " + m.content()).sorted().toList();
  }
}
