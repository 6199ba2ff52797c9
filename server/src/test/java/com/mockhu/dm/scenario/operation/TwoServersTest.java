package com.mockhu.dm.scenario.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Two servers over one database: Alice is at one, Bob at the other. */
class TwoServersTest extends SeveralServersTest {
  @Override
  List<Campus> starts() {
    String database = TestCluster.createEmptyDatabase();
    return Together.run(2, i -> Campus.on(database, Map.of()));
  }

  @Test
  void both_say_that_they_are_not_alone() {
    for (Campus server : List.of(north, south)) {
      Patience.until(
          "it notices the other",
          () ->
              server
                  .http()
                  .get("/health/ready", null)
                  .json()
                  .at("/checks/servers")
                  .asText()
                  .equals("several"));
    }
  }

  @Test
  void they_talk_across_the_servers() {
    alice.sends("hi").to(bob);
    assertEquals("hi", bob.inbox().with(alice).preview());
    bob.sends("hello").to(alice);
    assertEquals(List.of("hello", "hi"), alice.historyWith(bob).contents());
  }

  @Test
  void one_key_makes_one_message_whichever_server_gets_it() {
    UUID key = UUID.randomUUID();
    List<Answer> answers =
        Together.run(
            20, i -> alice.at(i % 2 == 0 ? north : south).triesToSend("once").withKey(key).to(bob));
    assertEquals(1, answers.stream().filter(a -> a.status() == 201).count());
    assertEquals(1, answers.stream().map(a -> a.data().path("id")).distinct().count());
    assertEquals(1, bob.inbox().totalUnread());
  }

  /** No unique index can say so over all conversations: the lock of the sender's feed does. */
  @Test
  void one_key_in_two_conversations_at_once_makes_one_message_and_conflicts() {
    Person carol = north.welcomes("carol");
    String withBob = alice.sends("hi").to(bob).conversation();
    String withCarol = alice.sends("hi").to(carol).conversation();
    for (int round = 0; round < 10; round++) {
      UUID key = UUID.randomUUID();
      List<Answer> answers =
          Together.run(
              8,
              i ->
                  alice
                      .at(i % 2 == 0 ? north : south)
                      .triesToSend("once")
                      .withKey(key)
                      .in(i % 4 < 2 ? withBob : withCarol));
      assertEquals(1, answers.stream().filter(a -> a.status() == 201).count(), answers::toString);
      assertEquals(3, answers.stream().filter(a -> a.status() == 200).count(), answers::toString);
      assertEquals(4, answers.stream().filter(a -> a.status() == 409).count(), answers::toString);
    }
    assertEquals(
        12, north.counts("SELECT count(*) FROM messages WHERE sender_id = '" + alice.id() + "'"));
  }

  @Test
  void both_servers_number_one_conversation_without_a_gap() {
    List<Message> sent =
        Together.run(
            200, i -> i % 2 == 0 ? alice.sends("a" + i).to(bob) : bob.sends("b" + i).to(alice));
    assertEquals(
        LongStream.rangeClosed(1, 200).boxed().toList(),
        sent.stream().map(Message::seq).sorted().toList());
    assertEquals(100, bob.inbox().totalUnread());
  }

  @Test
  void a_block_at_one_server_stores_nothing_more_from_the_other() {
    bob.sends("hi").to(alice);
    alice.blocks(bob);
    bob.triesToSend("why?").to(alice).isRefused(403, "blocked");
  }
}
