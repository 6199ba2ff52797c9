package com.mockhu.dm.platform.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The time-out is far above anything a working writer takes: a future left open ends there. */
@Timeout(30)
class BatchWriterTest {
  private static final int POISON = -1;

  private final Shelf shelf = new Shelf();

  private BatchWriter<Integer, String> writer(int largest, int capacity) {
    return new BatchWriter<>("test-writer", largest, capacity, shelf);
  }

  private static List<CompletableFuture<String>> submit(
      BatchWriter<Integer, String> writer, List<Integer> commands) {
    return commands.stream().map(writer::submit).toList();
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  private static ErrorCode refusal(CompletableFuture<String> result) {
    Throwable cause = assertThrows(CompletionException.class, result::join).getCause();
    return ((ApiException) cause).code();
  }

  @Test
  void commands_are_stored_in_their_order_and_each_gets_its_own_result() {
    try (BatchWriter<Integer, String> writer = writer(7, 1_000)) {
      List<CompletableFuture<String>> results = submit(writer, upTo(500));
      for (int i = 0; i < 500; i++) {
        assertEquals("stored " + (i + 1), results.get(i).join());
      }
    }
    assertEquals(upTo(500), shelf.stored());
    assertTrue(shelf.batches().stream().allMatch(batch -> batch.size() <= 7));
  }

  @Test
  void what_gathers_while_the_store_is_busy_is_stored_at_once() {
    try (BatchWriter<Integer, String> writer = writer(100, 1_000)) {
      shelf.hold();
      writer.submit(1);
      shelf.awaitVisitor();
      submit(writer, List.of(2, 3, 4));
      shelf.letGo();
    }
    assertEquals(List.of(List.of(1), List.of(2, 3, 4)), shelf.batches());
  }

  @Test
  void weights_bound_a_batch_but_never_a_single_command() {
    BatchWriter.Bound<Integer> bound = new BatchWriter.Bound<>(100, 10, command -> command);
    try (BatchWriter<Integer, String> writer =
        new BatchWriter<>("test-writer", bound, 1_000, shelf)) {
      shelf.hold();
      writer.submit(1);
      shelf.awaitVisitor();
      submit(writer, List.of(4, 6, 1, 25, 2, 3));
      shelf.letGo();
    }
    assertEquals(
        List.of(List.of(1), List.of(4, 6), List.of(1), List.of(25), List.of(2, 3)),
        shelf.batches());
  }

  @Test
  void one_poisonous_command_fails_alone() {
    try (BatchWriter<Integer, String> writer = writer(100, 1_000)) {
      shelf.hold();
      writer.submit(1);
      shelf.awaitVisitor();
      List<CompletableFuture<String>> results =
          submit(writer, List.of(2, 3, POISON, 4, 5, POISON, 6));
      shelf.letGo();
      results.getFirst().join();
      for (int i : List.of(2, 5)) {
        CompletionException e = assertThrows(CompletionException.class, results.get(i)::join);
        assertSame(Shelf.DISGUST, e.getCause());
      }
      assertEquals("stored 6", results.get(6).join());
    }
    assertEquals(upTo(6), shelf.stored());
  }

  @Test
  void a_full_queue_refuses_and_keeps_what_it_has() {
    try (BatchWriter<Integer, String> writer = writer(1, 2)) {
      shelf.hold();
      writer.submit(1);
      shelf.awaitVisitor();
      List<CompletableFuture<String>> results = submit(writer, List.of(2, 3, 4));
      assertEquals(ErrorCode.UNAVAILABLE, refusal(results.get(2)));
      shelf.letGo();
      assertEquals("stored 3", results.get(1).join());
    }
    assertEquals(upTo(3), shelf.stored());
  }

  @Test
  void closing_stores_what_waits_and_refuses_what_comes_later() {
    BatchWriter<Integer, String> writer = writer(2, 1_000);
    shelf.hold();
    List<CompletableFuture<String>> results = submit(writer, upTo(50));
    shelf.awaitVisitor();
    shelf.letGo();
    writer.close();
    assertTrue(results.stream().allMatch(CompletableFuture::isDone));
    assertEquals(upTo(50), shelf.stored());
    assertEquals(ErrorCode.UNAVAILABLE, refusal(writer.submit(51)));
    assertEquals(upTo(50), shelf.stored());
  }

  @RepeatedTest(50)
  void whoever_races_with_the_closing_gets_an_answer_that_is_true() throws Exception {
    BatchWriter<Integer, String> writer = writer(10, 100_000);
    Queue<CompletableFuture<String>> results = new ConcurrentLinkedQueue<>();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      senders.add(Thread.ofVirtual().start(() -> submitUntilRefused(writer, results)));
    }
    while (results.size() < 20) {
      Thread.onSpinWait();
    }
    writer.close();
    for (Thread sender : senders) {
      sender.join();
    }
    long kept = 0;
    for (CompletableFuture<String> result : results) {
      kept +=
          result
              .handle((text, e) -> e == null ? 1 : 0)
              .get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
    }
    assertEquals(shelf.stored().size(), kept);
  }

  private static void submitUntilRefused(
      BatchWriter<Integer, String> writer, Queue<CompletableFuture<String>> results) {
    CompletableFuture<String> last;
    do {
      last = writer.submit(1);
      results.add(last);
    } while (!last.isCompletedExceptionally());
  }

  @Test
  void an_unavailable_store_fails_those_who_wait_behind_without_asking_it_again() {
    try (BatchWriter<Integer, String> writer = writer(2, 1_000)) {
      shelf.hold();
      CompletableFuture<String> first = writer.submit(1);
      shelf.awaitVisitor();
      List<CompletableFuture<String>> behind = submit(writer, upTo(100));
      shelf.breakDown(ErrorMapper.databaseAway());
      shelf.letGo();
      assertEquals(ErrorCode.UNAVAILABLE, refusal(first));
      behind.forEach(result -> assertEquals(ErrorCode.UNAVAILABLE, refusal(result)));
      assertEquals(1, shelf.visits());

      shelf.breakDown(null);
      assertEquals("stored 7", writer.submit(7).join());
    }
  }

  @Test
  void a_store_that_goes_away_amid_the_search_for_poison_is_asked_no_more() {
    try (BatchWriter<Integer, String> writer = writer(100, 1_000)) {
      shelf.hold();
      writer.submit(1);
      shelf.awaitVisitor();
      List<CompletableFuture<String>> results =
          submit(writer, List.of(2, 3, 4, POISON, 5, 6, 7, 8));
      shelf.breakDownAfter(3, ErrorMapper.databaseAway());
      shelf.letGo();
      // The visits: the first command, all eight, the first four, and two of those find it gone.
      results.forEach(result -> assertEquals(ErrorCode.UNAVAILABLE, refusal(result)));
      assertEquals(4, shelf.visits());
    }
    assertEquals(List.of(1), shelf.stored());
    assertFalse(shelf.batches().isEmpty());
  }

  @Test
  void whoever_waits_too_long_is_refused_and_what_had_not_begun_is_never_stored() {
    try (BatchWriter<Integer, String> writer = writer(1, 1_000)) {
      shelf.hold();
      CompletableFuture<String> begun = writer.submit(1);
      shelf.awaitVisitor();
      List<CompletableFuture<String>> waiting = submit(writer, List.of(2, 3));
      assertEquals(ErrorCode.UNAVAILABLE, refusal(begun));
      waiting.forEach(result -> assertEquals(ErrorCode.UNAVAILABLE, refusal(result)));
      shelf.letGo();
      assertEquals("stored 4", writer.submit(4).join());
    }
    assertEquals(List.of(1, 4), shelf.stored());
  }
}
