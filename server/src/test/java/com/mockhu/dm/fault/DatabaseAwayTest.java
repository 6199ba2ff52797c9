package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.postgres.EmbeddedDatabase;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.raw.Gate;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTest {
  /** The promise is 5 seconds; the rest is for a busy machine. A hanging request never ends. */
  private static final Duration PROMISE = Duration.ofSeconds(20);

  @TempDir private Path data;
  private EmbeddedDatabase database;
  private Gate gate;
  private Campus campus;
  private Person alice;
  private Person bob;

  @BeforeEach
  void start() throws IOException {
    database = EmbeddedDatabase.start(data, TestCluster.binaries(), Map.of());
    gate = new Gate(database.port());
    String url = database.url().replace(":" + database.port() + "/", ":" + gate.port() + "/");
    campus = Campus.on(url, Map.of());
    alice = campus.welcomes("alice");
    bob = campus.welcomes("bob");
  }

  @AfterEach
  void stop() throws IOException {
    campus.close();
    gate.close();
    database.close();
  }

  private Answer inTime(Supplier<Answer> request) {
    long start = System.nanoTime();
    Answer answer = request.get();
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(PROMISE) < 0, () -> taken + " for " + answer);
    return answer;
  }

  private void assertAway() {
    List<Supplier<Answer>> requests =
        List.of(
            () -> alice.triesToSend("anybody there?").to(bob),
            () -> alice.gets("/v1/conversations"),
            () -> alice.gets("/v1/sync"),
            () -> alice.triesToOpenConversationWith(bob));
    int count = requests.size();
    List<Answer> answers =
        Together.run(count + 1, i -> inTime(i < count ? requests.get(i) : this::health));
    assertEquals(503, answers.getLast().status());
    for (Answer answer : answers.subList(0, count)) {
      answer.isRefused(503, "unavailable");
      assertTrue(Long.parseLong(answer.header("Retry-After").orElse("0")) > 0, answer::toString);
    }
  }

  private Answer health() {
    return campus.http().get("/health", null);
  }

  private void awaitReturn() {
    Patience.until("the server works again", () -> health().status() == 200);
    // The health check has connections of its own: those of the writer may need a moment more.
    Patience.until(
        "a send is accepted", () -> alice.triesToSend("back again").to(bob).status() == 201);
  }

  @Test
  void a_stopped_database_is_told_at_once_and_its_return_is_noticed() {
    Message before = alice.sends("before").to(bob);
    Socket phone = bob.connects();
    database.close();
    assertAway();
    String ref = phone.says("read", Map.of("message_id", before.id()));
    assertEquals("unavailable", phone.awaitsAnswerTo(ref).path("code").asText());

    database = EmbeddedDatabase.start(data, TestCluster.binaries(), Map.of());
    gate.open(database.port());
    awaitReturn();
    phone.awaitsMessage("back again");
    assertEquals(List.of("back again", "before"), bob.historyWith(alice).contents());
  }

  @Test
  void a_database_that_no_longer_answers_hangs_nobody() {
    alice.sends("before").to(bob);
    gate.swallow();
    assertAway();
    gate.open(database.port());
    awaitReturn();
    assertEquals(List.of("back again", "before"), bob.historyWith(alice).contents());
  }

  @Test
  void nothing_acknowledged_is_lost_when_the_line_breaks_in_the_middle() {
    String conversation = alice.sends("first").to(bob).conversation();
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    CountDownLatch underWay = new CountDownLatch(200);
    Together.run(
        21,
        i -> {
          if (i == 20) {
            Together.await(underWay);
            gate.shut();
          } else {
            sendUntilAway(conversation, acknowledged, underWay);
          }
          return i;
        });
    gate.open(database.port());
    awaitReturn();
    List<Message> stored = alice.wholeHistory(conversation);
    assertTrue(
        stored.stream().map(Message::id).collect(Collectors.toSet()).containsAll(acknowledged));
    for (int i = 0; i < stored.size(); i++) {
      assertEquals(i + 1, stored.get(i).seq());
    }
    assertEquals(stored.size(), bob.inbox().totalUnread());
  }

  private void sendUntilAway(String conversation, Queue<String> acknowledged, CountDownLatch busy) {
    while (true) {
      Answer answer = inTime(() -> alice.triesToSend("more").in(conversation));
      if (answer.status() == 503) {
        return;
      }
      acknowledged.add(new Message(answer.isCreated()).id());
      busy.countDown();
    }
  }
}
