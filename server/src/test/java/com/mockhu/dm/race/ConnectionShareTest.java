package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The requests' connections, four of them, so that one person may use two. */
class ConnectionShareTest extends CampusTest {
  private static final int CONNECTIONS = 4;
  private static final String WAITING =
      """
      SELECT count(*) FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'
      """;

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_DATABASE_CONNECTIONS", Integer.toString(CONNECTIONS));
  }

  private static String locked(String conversation) {
    return "SELECT 1 FROM conversations WHERE id = '" + conversation + "' FOR UPDATE";
  }

  @Test
  void parallel_reads_by_one_person_leave_connections_for_everybody_else() {
    String crowded = bob.sends("read me").to(alice).conversation();
    String quiet = bob.sends("hello").to(carol).conversation();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> reads = new ArrayList<>();
      campus.holding(
          locked(crowded),
          () -> {
            for (int i = 0; i < 10 * CONNECTIONS; i++) {
              reads.add(
                  threads.submit(() -> alice.posts("/v1/conversations/" + crowded + "/read")));
            }
            Patience.until("a read waits for the lock", () -> campus.counts(WAITING) > 0);
            for (int i = 0; i < 2 * CONNECTIONS; i++) {
              carol.inbox();
              carol.sends("round " + i).in(quiet);
            }
          });
      for (Future<Answer> read : reads) {
        int status = Together.result(read).status();
        assertTrue(status == 200 || status == 429, "a read was answered " + status);
      }
    }
    alice.readsAllOf(crowded);
  }

  @Test
  void a_writer_needs_no_connection_of_the_requests_while_it_holds_locks() {
    String url = TestCluster.createDatabase();
    try (Campus home = Campus.on(url, settings());
        Campus busy = Campus.on(url, settings())) {
      Person dana = home.welcomes("dana");
      // The busy server has never heard of Erin: its writer has to look her up.
      String quiet = dana.opensConversationWith(home.welcomes("erin")).id();
      List<String> crowded = new ArrayList<>();
      List<Person> readers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        Person reader = home.welcomes("reader" + i);
        crowded.add(dana.sends("read me").to(reader).conversation());
        readers.add(reader.at(busy));
      }
      Socket phone = dana.at(busy).connects();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        busy.holding(
            "SELECT 1 FROM conversations WHERE last_seq > 0 FOR UPDATE",
            () -> {
              for (int i = 0; i < CONNECTIONS; i++) {
                String path = "/v1/conversations/" + crowded.get(i);
                Person reader = readers.get(i);
                threads.submit(() -> reader.deletes(path));
              }
              Patience.until("all wait", () -> busy.counts(WAITING) >= CONNECTIONS);
              JsonNode answer = phone.awaitsAnswerTo(phone.sends("first", quiet));
              assertEquals("ack", answer.path("type").asText(), answer::toString);
            });
      }
    }
  }

  @RepeatedTest(3)
  void readers_and_writers_of_one_conversation_are_all_served() {
    String conversation = bob.sends("first").to(alice).conversation();
    String quiet = carol.sends("first").to(bob).conversation();
    Together.run(
        30,
        i -> {
          switch (i % 3) {
            case 0 -> {
              int status = alice.posts("/v1/conversations/" + conversation + "/read").status();
              assertTrue(status == 200 || status == 429, "a read was answered " + status);
            }
            case 1 -> bob.sends("more " + i).in(conversation);
            default -> carol.sends("elsewhere " + i).in(quiet);
          }
          return i;
        });
  }
}
