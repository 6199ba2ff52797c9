package com.mockhu.dm.presence.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.time.SteppedTime;
import com.mockhu.dm.support.time.Together;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every registry of who is online promises; two servers take part in it. */
abstract class OnlineUsersContract {
  private static final UUID ALICE = UUID.randomUUID();
  private static final UUID BOB = UUID.randomUUID();
  private static final Duration MOMENT = Duration.ofMillis(1);

  abstract OnlineUsers.Registry registry();

  /** All that was announced, by whichever server. */
  private final Queue<UUID> changes = new ConcurrentLinkedQueue<>();

  private final OnlineUsers.Registry registry = registry();
  private final Server north = new Server();
  private final Server south = new Server();

  /** A server with its sockets: a list with the person for each. */
  private final class Server {
    private final SteppedTime time = new SteppedTime();
    private final Set<UUID> connected = ConcurrentHashMap.newKeySet();
    private final OnlineUsers online =
        registry.join((Scheduler) time, connected::contains, changes::add);

    void connects(UUID person) {
      connected.add(person);
      online.opened(person);
    }

    void leaves(UUID person) {
      connected.remove(person);
      online.lastClosed(person);
    }
  }

  private void pass(Duration time) {
    north.time.passes(time);
    south.time.passes(time);
  }

  private void assertOnline(boolean isOnline, UUID person) {
    assertEquals(isOnline, north.online.isOnline(person));
    assertEquals(isOnline, south.online.isOnline(person));
  }

  @Test
  void a_person_comes_and_goes_after_the_grace_and_each_is_announced_once() {
    assertOnline(false, ALICE);
    north.connects(ALICE);
    north.connects(ALICE);
    assertOnline(true, ALICE);
    assertEquals(List.of(ALICE), List.copyOf(changes));
    north.leaves(ALICE);
    pass(OnlineUsers.GRACE.minus(MOMENT));
    assertOnline(true, ALICE);
    assertEquals(1, changes.size());
    pass(MOMENT);
    assertOnline(false, ALICE);
    assertEquals(List.of(ALICE, ALICE), List.copyOf(changes));
  }

  @Test
  void who_is_back_within_the_grace_never_went() {
    north.connects(ALICE);
    for (int i = 0; i < 5; i++) {
      north.leaves(ALICE);
      pass(OnlineUsers.GRACE.minus(MOMENT));
      (i % 2 == 0 ? south : north).connects(ALICE);
      pass(OnlineUsers.GRACE);
      south.leaves(ALICE);
    }
    north.connects(ALICE);
    pass(OnlineUsers.GRACE.multipliedBy(2));
    assertOnline(true, ALICE);
    assertEquals(List.of(ALICE), List.copyOf(changes));
  }

  @Test
  void sockets_at_two_servers_are_one_presence() {
    north.connects(ALICE);
    south.connects(ALICE);
    north.leaves(ALICE);
    pass(OnlineUsers.GRACE.multipliedBy(2));
    assertOnline(true, ALICE);
    assertEquals(1, changes.size());
    south.leaves(ALICE);
    pass(OnlineUsers.GRACE);
    assertOnline(false, ALICE);
    assertEquals(2, changes.size());
  }

  @Test
  void an_opening_that_is_told_after_the_socket_has_closed_brings_nobody() {
    north.leaves(ALICE);
    north.online.opened(ALICE);
    assertOnline(false, ALICE);
    assertTrue(changes.isEmpty());
  }

  @Test
  void a_closing_that_is_told_after_the_next_socket_has_opened_takes_nobody() {
    north.connects(ALICE);
    north.online.lastClosed(ALICE);
    pass(OnlineUsers.GRACE.multipliedBy(2));
    assertOnline(true, ALICE);
    assertEquals(1, changes.size());
  }

  @Test
  void people_of_a_server_that_stops_go_after_their_grace_and_others_stay() {
    north.connects(ALICE);
    north.connects(BOB);
    south.connects(BOB);
    north.connected.clear();
    north.online.close();
    north.online.lastClosed(ALICE);
    south.time.passes(OnlineUsers.GRACE.minus(MOMENT));
    assertTrue(south.online.isOnline(ALICE));
    south.time.passes(MOMENT);
    assertFalse(south.online.isOnline(ALICE));
    assertTrue(south.online.isOnline(BOB));
    assertEquals(List.of(ALICE, BOB, ALICE), List.copyOf(changes));
  }

  @Test
  void after_any_storm_the_registry_tells_the_truth_and_changes_come_in_pairs() {
    for (int round = 0; round < 50; round++) {
      Together.run(
          8,
          i -> {
            Random random = new Random(i);
            Server server = i % 2 == 0 ? north : south;
            for (int step = 0; step < 20; step++) {
              if (random.nextBoolean()) {
                server.connects(ALICE);
              } else {
                server.leaves(ALICE);
              }
            }
            return i;
          });
      north.leaves(ALICE);
      south.leaves(ALICE);
      pass(OnlineUsers.GRACE);
      assertOnline(false, ALICE);
      assertEquals(0, changes.size() % 2, "as often gone as come");
    }
  }
}
