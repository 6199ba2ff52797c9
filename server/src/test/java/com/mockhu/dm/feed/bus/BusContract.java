package com.mockhu.dm.feed.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every bus promises, and no more: a hint that is lost is told again by these tests. */
abstract class BusContract {
  private static final UUID ALICE = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();

  /** One more server's end of one bus. */
  abstract Bus join();

  private final Bus north = join();
  private final Bus south = join();
  private final Bus west = join();
  private final Queue<Hint> atNorth = heard(north);
  private final Queue<Hint> atSouth = heard(south);
  private final Queue<Hint> atWest = heard(west);

  private static Queue<Hint> heard(Bus bus) {
    Queue<Hint> heard = new ConcurrentLinkedQueue<>();
    bus.listen(heard::add);
    return heard;
  }

  private static Hint news(long head) {
    return new Hint.NewEvents(ALICE, head);
  }

  private static void tellUntil(Bus from, Hint hint, Queue<Hint> heard) {
    Patience.until(
        hint + " arrives",
        () -> {
          from.tell(hint);
          return heard.contains(hint);
        });
  }

  @Test
  void a_hint_reaches_every_other_server_and_not_the_one_that_told_it() {
    tellUntil(north, news(1), atSouth);
    tellUntil(north, news(1), atWest);
    tellUntil(south, news(2), atWest);
    assertFalse(atNorth.contains(news(1)));
    assertFalse(atSouth.contains(news(2)));
  }

  @Test
  void every_kind_of_hint_arrives_as_it_was_told() {
    UUID id = UUID.randomUUID();
    List<Hint> all =
        List.of(
            new Hint.NewEvents(ALICE, Long.MAX_VALUE),
            new Hint.Typing(id, ALICE, List.of(BOB), true),
            new Hint.Typing(id, ALICE, List.of(BOB), false),
            new Hint.MessageStored(id, ALICE),
            new Hint.PresenceChanged(ALICE),
            new Hint.VisibilityChanged(ALICE),
            new Hint.BlockChanged(ALICE, BOB),
            new Hint.SessionEnded(ALICE, id),
            new Hint.OtherSessionsEnded(ALICE, id),
            new Hint.OtherSessionsEnded(ALICE, null),
            new Hint.AccountEnded(ALICE));
    assertEquals(
        Set.copyOf(Arrays.asList(Hint.class.getPermittedSubclasses())),
        all.stream().map(Hint::getClass).collect(Collectors.toSet()));
    all.forEach(hint -> tellUntil(north, hint, atSouth));
  }

  @Test
  void what_arrives_of_one_server_arrives_in_the_order_of_its_telling() {
    LongStream.rangeClosed(1, 2_000).forEach(n -> north.tell(news(n)));
    tellUntil(north, news(2_001), atSouth);
    List<Long> heads = atSouth.stream().map(h -> ((Hint.NewEvents) h).head()).toList();
    assertEquals(heads.stream().sorted().toList(), heads);
  }

  @Test
  void many_may_tell_at_once() {
    Together.run(
        20,
        i -> {
          (i % 2 == 0 ? north : south).tell(news(i));
          return i;
        });
    tellUntil(north, news(100), atWest);
    assertTrue(new HashSet<>(atWest).size() > 1);
  }

  @Test
  void a_listener_that_is_stuck_delays_neither_the_teller_nor_the_others() {
    CountDownLatch stuck = new CountDownLatch(1);
    south.listen(
        hint -> {
          try {
            stuck.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          atSouth.add(hint);
        });
    // Far more than anybody keeps: were the teller to wait for room, it would wait forever.
    LongStream.rangeClosed(1, 100_000).forEach(n -> north.tell(news(n)));
    tellUntil(north, news(200_000), atWest);
    stuck.countDown();
    tellUntil(north, news(300_000), atSouth);
    assertTrue(atSouth.size() < 100_000, "a listener's hints are bounded");
  }

  @Test
  void a_listener_that_fails_hears_the_next_hint() {
    south.listen(
        hint -> {
          atSouth.add(hint);
          throw new IllegalStateException("only a test");
        });
    tellUntil(north, news(1), atSouth);
    tellUntil(north, news(2), atSouth);
  }

  @Test
  void a_server_that_has_left_hears_nothing_and_its_telling_does_nothing() {
    south.close();
    south.tell(news(1));
    tellUntil(north, news(2), atWest);
    assertFalse(atSouth.contains(news(2)));
    assertFalse(atNorth.contains(news(1)));
    assertFalse(atWest.contains(news(1)));
    south.close();
  }
}
