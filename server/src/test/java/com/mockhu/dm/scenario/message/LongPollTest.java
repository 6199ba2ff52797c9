package com.mockhu.dm.scenario.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.person.SyncPage;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LongPollTest extends SharedServerTest {

  private SyncPage waits(String cursor, int seconds) {
    return new SyncPage(bob.gets("/v1/sync?wait=" + seconds + "&cursor=" + cursor).isOk());
  }

  @Test
  void a_waiting_sync_returns_with_the_first_change() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String cursor = bob.syncs(null).cursor();
      Future<SyncPage> waiting = threads.submit(() -> waits(cursor, 25));
      alice.sends("are you there?").to(bob);
      SyncPage page = com.mockhu.dm.support.time.Together.result(waiting);
      assertEquals(List.of("are you there?"), page.contents());
    }
  }

  @Test
  void what_already_happened_comes_at_once() {
    String cursor = bob.syncs(null).cursor();
    alice.sends("before").to(bob);
    assertEquals(List.of("before"), waits(cursor, 25).contents());
  }

  @Test
  void a_wait_without_a_change_ends_empty() {
    String cursor = bob.syncs(null).cursor();
    SyncPage page = waits(cursor, 1);
    assertTrue(page.isEmpty());
    assertEquals(cursor, page.cursor());
    assertFalse(page.isReset());
  }

  @Test
  void a_chain_of_waits_misses_nothing() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String cursor = bob.syncs(null).cursor();
      Future<?> writing =
          threads.submit(
              () ->
                  java.util.stream.IntStream.range(0, 50)
                      .forEach(i -> alice.sends("m" + i).to(bob)));
      List<String> seen = new java.util.ArrayList<>();
      while (!seen.contains("m49")) {
        SyncPage page = waits(cursor, 25);
        seen.addAll(page.contents());
        cursor = page.cursor();
      }
      com.mockhu.dm.support.time.Together.result(writing);
      List<String> all = java.util.stream.IntStream.range(0, 50).mapToObj(i -> "m" + i).toList();
      assertEquals(all, seen.stream().distinct().toList());
    }
  }
}
