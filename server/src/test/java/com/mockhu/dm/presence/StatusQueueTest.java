package com.mockhu.dm.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten thousand come back at the same moment, by a clock that stands while nobody waits. */
class StatusQueueTest {
  private static final int PEOPLE = 10_000;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();
  private final WaitingPace pace = new WaitingPace();
  private volatile boolean isCatchingUp;
  private volatile int partners = 1;
  private final StatusQueue queue = new StatusQueue(this::tell, () -> isCatchingUp, pace);

  private record Told(PresenceUpdate telling, int frames, long at) {}

  /** Waiting is what makes its time pass. */
  private static final class WaitingPace implements Throttle {
    private volatile long now;

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public void waitUntil(long nanos) {
      now = Math.max(now, nanos);
    }
  }

  private int tell(PresenceUpdate telling) {
    try {
      begun.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    told.add(new Told(telling, partners, pace.nanos()));
    return partners;
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private List<PresenceUpdate> allComeBack() {
    List<PresenceUpdate> all =
        Stream.generate(() -> (PresenceUpdate) new PresenceUpdate.Change(UUID.randomUUID()))
            .limit(PEOPLE)
            .toList();
    all.forEach(queue::add);
    all.subList(1, PEOPLE).forEach(queue::add);
    return all;
  }

  private void areTold(int count) {
    begun.countDown();
    Patience.until("all are told", () -> told.size() >= count);
  }

  /** The most of it that fell into any one second. */
  private long busiest(ToLongFunction<Told> measure) {
    List<Told> all = List.copyOf(told);
    long most = 0;
    long within = 0;
    int from = 0;
    for (Told each : all) {
      within += measure.applyAsLong(each);
      while (each.at - all.get(from).at >= SECOND) {
        within -= measure.applyAsLong(all.get(from++));
      }
      most = Math.max(most, within);
    }
    return most;
  }

  @Test
  void each_is_told_of_once_and_five_hundred_a_second_at_most() {
    List<PresenceUpdate> all = allComeBack();
    areTold(PEOPLE);
    assertEquals(PEOPLE, told.size());
    assertEquals(new HashSet<>(all), new HashSet<>(told.stream().map(Told::telling).toList()));
    long people = busiest(each -> 1);
    assertTrue(people <= 530, people + " people in a second");
  }

  @Test
  void popular_people_make_five_thousand_frames_a_second_at_most() {
    partners = 40;
    allComeBack();
    areTold(PEOPLE);
    long frames = busiest(Told::frames);
    assertTrue(frames <= 5_300, frames + " frames in a second");
  }

  @Test
  void while_others_read_back_what_they_missed_it_takes_a_tenth() {
    partners = 40;
    isCatchingUp = true;
    allComeBack();
    areTold(PEOPLE);
    long frames = busiest(Told::frames);
    assertTrue(frames <= 600, frames + " frames in a second");
  }

  @Test
  void who_hides_meanwhile_does_not_wait_behind_them() {
    allComeBack();
    PresenceUpdate hiding = new PresenceUpdate.Reveal(UUID.randomUUID());
    queue.addFirst(hiding);
    areTold(PEOPLE + 1);
    // One was perhaps being told of already.
    assertTrue(told.stream().limit(2).anyMatch(each -> each.telling.equals(hiding)), "not first");
  }
}
