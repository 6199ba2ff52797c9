package com.mockhu.dm.platform.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What everything that counts windows promises. */
abstract class WindowsContract {
  private static final int QUOTA = 5;
  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final Windows.Key ALICE =
      new Windows.Key(new RateLimit("messages_per_minute", 10), "alice");
  private static final Windows.Key BOB =
      new Windows.Key(new RateLimit("messages_per_minute", 10), "bob");
  private static final Windows.Key FRAMES =
      new Windows.Key(new RateLimit("frames_per_minute", 600), "alice");

  /** Without anything counted. */
  abstract Windows windows();

  /** Moves the clock that the windows are counted by; a negative time sets it back. */
  abstract void passes(Duration time);

  private final Windows windows = windows();

  private Windows.Taken taken(Windows.Key key) {
    Windows.Taken taken = windows.take(key, QUOTA);
    assertEquals(0, taken.waitNanos());
    return taken;
  }

  private long refused(Windows.Key key) {
    long wait = windows.take(key, QUOTA).waitNanos();
    assertTrue(wait > 0, "one more than the quota");
    return wait;
  }

  private void fill(Windows.Key key) {
    for (int i = 0; i < QUOTA; i++) {
      taken(key);
    }
  }

  @Test
  void each_subject_and_each_limit_is_counted_apart() {
    fill(ALICE);
    refused(ALICE);
    taken(BOB);
    taken(FRAMES);
  }

  @Test
  void no_window_holds_more_than_the_quota_and_waiting_as_told_is_enough() {
    Random random = new Random(11);
    List<Long> times = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 2_000; i++) {
      long pause = random.nextLong(WINDOW.toMillis() / 4);
      passes(Duration.ofMillis(pause));
      now += pause;
      long wait = windows.take(ALICE, QUOTA).waitNanos();
      if (wait > 0) {
        passes(Duration.ofNanos(wait).plusMillis(1));
        now += Duration.ofNanos(wait).toMillis() + 1;
        taken(ALICE);
      }
      times.add(now);
      long from = now - WINDOW.toMillis();
      assertTrue(times.stream().filter(time -> time > from).count() <= QUOTA);
    }
  }

  @Test
  void what_is_given_back_frees_one_place_once() {
    fill(ALICE);
    passes(WINDOW);
    Windows.Taken first = taken(ALICE);
    for (int i = 1; i < QUOTA; i++) {
      taken(ALICE);
    }
    first.giveBack().run();
    first.giveBack().run();
    taken(ALICE);
    refused(ALICE);
  }

  @Test
  void giving_back_what_was_refused_or_has_lapsed_frees_nothing() {
    Windows.Taken early = taken(ALICE);
    passes(WINDOW.plusMillis(1));
    fill(ALICE);
    early.giveBack().run();
    windows.take(ALICE, QUOTA).giveBack().run();
    refused(ALICE);
  }

  @Test
  void of_many_at_once_as_many_get_a_place_as_there_are() {
    for (int round = 0; round < 20; round++) {
      long got =
          Together.run(50, i -> windows.take(ALICE, QUOTA)).stream()
              .filter(taken -> taken.waitNanos() == 0)
              .count();
      assertEquals(QUOTA, got);
      passes(WINDOW.plusMillis(1));
    }
  }

  @Test
  void many_who_give_back_at_once_leave_all_places_free() {
    Together.run(
        50,
        i -> {
          windows.take(ALICE, QUOTA).giveBack().run();
          return i;
        });
    assertEquals(new Windows.Usage(QUOTA, 0), windows.usage(ALICE, QUOTA));
  }

  @Test
  void a_clock_that_is_set_back_gives_no_place_and_keeps_nobody_out_for_longer_than_a_window() {
    Windows.Taken first = taken(ALICE);
    for (int i = 1; i < QUOTA; i++) {
      taken(ALICE);
    }
    passes(Duration.ofHours(-1));
    assertTrue(refused(ALICE) <= WINDOW.toNanos());
    first.giveBack().run();
    taken(ALICE);
    refused(ALICE);
    passes(WINDOW.plusMillis(1));
    fill(ALICE);
  }

  @Test
  void usage_tells_what_is_left_and_takes_nothing() {
    assertEquals(new Windows.Usage(QUOTA, 0), windows.usage(ALICE, QUOTA));
    taken(ALICE);
    for (int i = 0; i < 10; i++) {
      assertEquals(QUOTA - 1, windows.usage(ALICE, QUOTA).free());
    }
    passes(Duration.ofSeconds(20));
    long wait = windows.usage(ALICE, QUOTA).untilNextNanos();
    assertTrue(wait <= Duration.ofSeconds(40).toNanos() && wait > 0);
  }
}
