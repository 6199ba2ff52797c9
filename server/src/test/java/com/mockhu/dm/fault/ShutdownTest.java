package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Together;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A server is stopped in order, as for an update, while people use it. */
class ShutdownTest {

  @Test
  void sockets_are_told_to_come_back() {
    Campus campus = Campus.start(Map.of());
    Socket phone = campus.welcomes("alice").connects();
    campus.close();
    int pause = phone.awaits("going_away").path("retry_after").asInt();
    assertTrue(pause >= 1 && pause <= 10, "told to come back after " + pause + " s");
    assertEquals(4403, phone.closeCode());
  }

  @Test
  void what_was_acknowledged_before_the_stop_is_there_after_it() {
    String database = TestCluster.createDatabase();
    Campus campus = Campus.on(database, Map.of());
    Person alice = campus.welcomes("alice");
    Person bob = campus.welcomes("bob");
    String conversation = alice.sends("first").to(bob).conversation();
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch underWay = new CountDownLatch(100);
    Together.run(
        11,
        i -> {
          if (i == 10) {
            Together.await(underWay);
            campus.close();
          } else {
            sendUntilDown(alice, conversation, acknowledged, underWay);
          }
          return i;
        });

    try (Campus again = Campus.on(database, Map.of())) {
      List<String> stored =
          alice.at(again).wholeHistory(conversation).stream().map(Message::id).toList();
      assertTrue(stored.containsAll(acknowledged), "an acknowledged message is missing");
    }
  }

  private static void sendUntilDown(
      Person sender, String conversation, Queue<String> acknowledged, CountDownLatch underWay) {
    try {
      Answer answer = sender.triesToSend("more").in(conversation);
      while (answer.status() == 201) {
        acknowledged.add(answer.data().path("id").asText());
        underWay.countDown();
        answer = sender.triesToSend("more").in(conversation);
      }
      answer.isRefused(503, "unavailable");
    } catch (UncheckedIOException e) {
      assertTrue(underWay.getCount() == 0, "the line broke before the stop: " + e);
    }
  }
}
