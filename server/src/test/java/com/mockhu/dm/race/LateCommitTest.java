package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Together;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many writers in many conversations commit in any order while one reader follows a cursor. */
class LateCommitTest extends SharedServerTest {
  private static final int WRITERS = 24;
  private static final int EACH = 20;

  @Test
  void a_reader_who_follows_the_cursor_misses_nothing() {
    Set<String> seen = new HashSet<>();
    String start = alice.syncs(null).cursor();
    assertEquals(write(() -> follow(start, seen)), seen);
  }

  @Test
  void a_socket_misses_nothing_and_its_cursors_never_pass_over_anything() {
    Socket phone = alice.connects();
    String start = phone.cursor();
    Set<String> sent = write(() -> {});
    for (String id : sent) {
      phone.awaits("new_message", f -> f.at("/data/id").asText().equals(id));
    }
    List<String> order = ids(phone);
    assertEquals(sent.size(), order.size());
    int half = order.size() / 2;
    String cursor = phone.seen("new_message").get(half - 1).path("cursor").asText();
    assertEquals(new HashSet<>(order.subList(half, order.size())), idsSince(cursor));
    assertEquals(new HashSet<>(order), idsSince(start));
  }

  private static List<String> ids(Socket socket) {
    return socket.seen("new_message").stream().map(f -> f.at("/data/id").asText()).toList();
  }

  private Set<String> idsSince(String cursor) {
    Set<String> ids = new HashSet<>();
    SyncPage page;
    do {
      page = alice.syncs(cursor);
      page.messages().forEach(message -> ids.add(message.id()));
      cursor = page.cursor();
    } while (page.hasMore());
    return ids;
  }

  /** All write to Alice while {@code meanwhile} runs. Returns the acknowledged messages. */
  private Set<String> write(Runnable meanwhile) {
    List<Person> writers =
        IntStream.range(0, WRITERS).mapToObj(i -> campus.welcomes("writer")).toList();
    done.set(false);
    Thread reading = Thread.ofVirtual().start(meanwhile);
    List<List<String>> sent = Together.run(WRITERS, i -> stream(writers.get(i)));
    done.set(true);
    try {
      reading.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Set<String> all = sent.stream().flatMap(List::stream).collect(Collectors.toSet());
    assertTrue(all.size() == WRITERS * EACH);
    return all;
  }

  private final AtomicBoolean done = new AtomicBoolean();

  private List<String> stream(Person writer) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      Message sent = writer.sends("m" + i).to(alice);
      ids.add(sent.id());
    }
    return ids;
  }

  private void follow(String start, Set<String> seen) {
    String cursor = start;
    boolean isLast = false;
    while (!isLast) {
      isLast = done.get();
      SyncPage page;
      do {
        page = alice.syncs(cursor);
        page.messages().forEach(message -> seen.add(message.id()));
        cursor = page.cursor();
      } while (page.hasMore());
    }
  }
}
