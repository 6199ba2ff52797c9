package com.mockhu.dm.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.person.Dial;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.person.SyncPage;
import com.mockhu.dm.support.time.Together;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A sender at full speed, and a receiver whose line is cut again and again (behaviour §8.3, §8.4,
 * §8.9). How often is set by the system property {@code resume.cuts}.
 */
class ResumeUnderFireTest extends SharedServerTest {
  private static final int CUTS = Integer.getInteger("resume.cuts", 40);
  private static final int MOST_PER_LIFE = 60;
  private static final int SENDERS = 4;

  /** Not the common pool's: the client's handshakes are completed there. */
  private static final Executor OWN_THREAD = Thread::startVirtualThread;

  private final Random random = new Random(7);
  private final Set<String> applied = new LinkedHashSet<>();
  private final List<Long> numbers = new ArrayList<>();
  private int repeats;
  private String conversation;
  private String cursor;

  @BeforeEach
  void meet() {
    applied.clear();
    numbers.clear();
    repeats = 0;
    conversation = alice.sends("m0").to(bob).conversation();
    SyncPage start = bob.syncs(null);
    start.messages().forEach(this::apply);
    cursor = start.cursor();
  }

  @Test
  void over_sockets_nothing_is_missed_or_out_of_order() {
    underFire(this::liveOnSocket);
  }

  @Test
  void over_long_polls_nothing_is_missed_or_out_of_order() {
    underFire(this::liveOnPoll);
  }

  @Test
  void switching_between_the_two_nothing_is_missed_or_out_of_order() {
    underFire(
        () -> {
          if (random.nextBoolean()) {
            liveOnSocket();
          } else {
            liveOnPoll();
          }
        });
  }

  private void underFire(Runnable life) {
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Integer> sender =
        CompletableFuture.supplyAsync(() -> send(isOver), OWN_THREAD);
    try {
      for (int i = 0; i < CUTS; i++) {
        life.run();
      }
    } finally {
      isOver.set(true);
    }
    int sent = sender.join();
    while (applied.size() < sent + 1) {
      poll("");
    }
    List<String> truth = alice.wholeHistory(conversation).stream().map(Message::id).toList();
    assertEquals(truth, List.copyOf(applied));
    assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
    System.out.printf("%d cuts, %d messages, %d came again%n", CUTS, sent, repeats);
  }

  /** Several at once, so that the server always has a batch to commit. */
  private int send(AtomicBoolean isOver) {
    return Together.run(SENDERS, number -> sendOn(isOver)).stream().mapToInt(n -> n).sum();
  }

  private int sendOn(AtomicBoolean isOver) {
    int sent = 0;
    while (!isOver.get()) {
      alice.sends("m" + ++sent).in(conversation);
    }
    return sent;
  }

  /** Takes some frames and loses the connection; more frames may arrive at the same moment. */
  private void liveOnSocket() {
    Socket line = bob.connects(Dial.withHeader(bob.token()).resuming(cursor));
    int wanted = random.nextInt(MOST_PER_LIFE);
    for (int i = 0; i < wanted; i++) {
      line.awaits("new_message");
    }
    line.close();
    String before = cursor;
    line.seen().forEach(this::apply);
    if (random.nextInt(4) == 0) {
      // It died before it wrote down how far it had come.
      cursor = before;
    }
  }

  private void apply(JsonNode frame) {
    String type = frame.path("type").asText();
    assertTrue(!type.equals("reset"), "The cursor was lost");
    if (type.equals("new_message")) {
      apply(new Message(frame.path("data")));
    }
    // The greeting tells where the log ends, not how far this client has come.
    if (frame.has("cursor") && !type.equals("hello")) {
      cursor = frame.path("cursor").asText();
    }
  }

  private void apply(Message message) {
    if (applied.add(message.id())) {
      numbers.add(message.seq());
    } else {
      repeats++;
    }
  }

  private void liveOnPoll() {
    int pages = 1 + random.nextInt(3);
    for (int i = 0; i < pages; i++) {
      poll("&wait=20");
    }
    // An answer that was lost on the way: the client asks again from where it was.
    bob.syncs(cursor);
  }

  private void poll(String wait) {
    SyncPage page = bob.syncs(cursor + wait);
    assertTrue(!page.isReset(), "The cursor was lost");
    page.messages().forEach(this::apply);
    cursor = page.cursor();
  }
}
