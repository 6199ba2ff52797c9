package com.mockhu.dm.platform.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshCacheTest {
  private final AtomicLong nanos = new AtomicLong();
  private final FreshCache<String, String> cache = new FreshCache<>(nanos::get);
  private final AtomicInteger reads = new AtomicInteger();

  private String find(String stored) {
    return cache
        .find(
            "alice",
            key -> {
              reads.incrementAndGet();
              return Optional.ofNullable(stored);
            })
        .orElse(null);
  }

  @Test
  void what_was_read_is_remembered_for_less_than_two_seconds() {
    assertEquals("old", find("old"));
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1_999));
    assertEquals("old", find("new"));
    nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    assertEquals("new", find("new"));
    assertEquals(2, reads.get());
  }

  @Test
  void a_change_of_this_process_shows_at_once() {
    find("old");
    cache.changed("alice");
    nanos.incrementAndGet();
    assertEquals("new", find("new"));
    assertEquals("new", find("newer"));
  }

  @Test
  void a_reader_of_a_snapshot_does_not_bring_back_what_was_true_when_it_was_taken() {
    AtomicLong taken = new AtomicLong(nanos.get());
    FreshCache<String, String> shared = new FreshCache<>(nanos::get, taken::get);
    nanos.incrementAndGet();
    shared.changed("alice");
    nanos.incrementAndGet();
    assertEquals("old", shared.find("alice", key -> Optional.of("old")).orElseThrow());
    taken.set(nanos.get());
    assertEquals("new", shared.find("alice", key -> Optional.of("new")).orElseThrow());
  }

  @Test
  void a_slow_reader_does_not_bring_back_what_a_commit_has_replaced() {
    String slow =
        cache
            .find(
                "alice",
                key -> {
                  nanos.incrementAndGet();
                  cache.changed("alice");
                  nanos.incrementAndGet();
                  return Optional.of("old");
                })
            .orElseThrow();
    assertEquals("old", slow);
    assertEquals("new", find("new"));
  }

  @Test
  void nor_does_a_slow_reader_of_many() {
    cache.all(
        List.of("alice", "bob"),
        keys -> {
          nanos.incrementAndGet();
          cache.changed("alice");
          return Map.of("alice", "old", "bob", "bob");
        });
    Map<String, String> found =
        cache.all(
            List.of("alice", "bob"),
            keys -> {
              assertEquals(List.of("alice"), List.copyOf(keys));
              return Map.of("alice", "new");
            });
    assertEquals(Map.of("alice", "new", "bob", "bob"), found);
  }

  @Test
  void a_reader_overtaken_by_a_later_one_does_not_replace_what_that_has_read() {
    cache.find(
        "alice",
        key -> {
          nanos.incrementAndGet();
          find("new");
          return Optional.of("old");
        });
    assertEquals("new", find("newer"));
  }

  @Test
  void absence_is_not_remembered() {
    find(null);
    assertEquals("here", find("here"));
  }
}
