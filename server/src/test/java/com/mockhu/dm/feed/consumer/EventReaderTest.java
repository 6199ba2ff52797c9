package com.mockhu.dm.feed.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.lease.Lease;
import com.mockhu.dm.platform.lease.LeaseLostException;
import com.mockhu.dm.platform.lease.Leases;
import com.mockhu.dm.support.database.SharedDatabase;
import com.mockhu.dm.support.time.Patience;
import com.mockhu.dm.support.time.Together;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Committed events of all accounts, read by position while writers commit in any order. */
class EventReaderTest {
  private static final UUID ALICE = new UUID(7, 7);
  private static final UUID BOB = new UUID(8, 8);

  private final SharedDatabase shared = new SharedDatabase();
  private final Database database = shared.database();
  private final Leases north = shared.north();
  private final Leases south = shared.south();
  private final Recorder recorder = new Recorder();

  /** Remembers what it was given, as an effect outside of the database would. */
  private static class Recorder implements EventConsumer {
    final List<UUID> seen = new CopyOnWriteArrayList<>();
    final List<CommittedEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
      return "recorder";
    }

    @Override
    public void accept(Transaction transaction, List<CommittedEvent> some) throws SQLException {
      some.forEach(event -> seen.add(event.subjectId()));
      events.addAll(some);
      for (CommittedEvent event : some) {
        transaction.update("INSERT INTO effects (subject_id) VALUES (?)", event.subjectId());
      }
    }
  }

  @BeforeEach
  void open() {
    shared.changes("CREATE TABLE effects (subject_id uuid NOT NULL)");
  }

  @AfterEach
  void close() {
    shared.close();
  }

  private EventReader reader(Leases leases, EventConsumer consumer) {
    return new EventReader(database, leases, consumer);
  }

  private static UUID write(Transaction transaction, UUID userId, long seq) throws SQLException {
    UUID subject = UUID.randomUUID();
    transaction.update(
        "INSERT INTO account_events (user_id, seq, kind, subject_id) VALUES (?, ?, 1, ?)",
        userId,
        seq,
        subject);
    return subject;
  }

  private UUID commits(UUID userId, long seq) {
    return database.transaction(transaction -> write(transaction, userId, seq));
  }

  private List<UUID> effects() {
    return database.read(
        t -> t.list("SELECT subject_id FROM effects", row -> row.uuid("subject_id")));
  }

  /** Reads all there is, on this thread. */
  private static void readAll(EventReader reader, Lease lease) {
    while (reader.step(lease)) {
      // Until nothing more is there for now.
    }
  }

  @Test
  void an_event_that_commits_after_a_later_one_is_read_and_before_it() throws Exception {
    EventReader reader = reader(north, recorder);
    Lease lease = north.take("test").orElseThrow();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch mayCommit = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<UUID> late =
          threads.submit(
              () ->
                  database.transaction(
                      transaction -> {
                        UUID subject = write(transaction, ALICE, 1);
                        written.countDown();
                        Together.await(mayCommit);
                        return subject;
                      }));
      Together.await(written);
      UUID early = commits(BOB, 1);
      readAll(reader, lease);
      List<UUID> seenWhileOpen = List.copyOf(recorder.seen);
      // Before the assertion: the other thread must end when it fails, too.
      mayCommit.countDown();
      assertEquals(List.of(), seenWhileOpen, "the open one might commit before it");
      UUID lateOne = Together.result(late);
      readAll(reader, lease);
      assertEquals(List.of(lateOne, early), recorder.seen);
    }
  }

  @Test
  void a_consumer_begins_with_what_comes_after_it_was_made_and_goes_on_where_it_was() {
    commits(ALICE, 1);
    EventReader first = reader(north, recorder);
    Lease lease = north.take("test").orElseThrow();
    UUID two = commits(ALICE, 2);
    readAll(first, lease);
    UUID three = commits(ALICE, 3);
    readAll(reader(north, recorder), lease);
    readAll(first, lease);
    assertEquals(List.of(two, three), recorder.seen);
    CommittedEvent event = recorder.events.getLast();
    assertEquals(new CommittedEvent(ALICE, 3, (short) 1, null, three, null), event);
  }

  @Test
  void one_transaction_with_more_events_than_a_batch_is_read_whole_and_in_order() {
    EventReader reader = reader(north, recorder);
    Lease lease = north.take("test").orElseThrow();
    shared.changes(
        "INSERT INTO account_events (user_id, seq, kind, subject_id)"
            + " SELECT '00000000-0000-0007-0000-000000000007', n, 1, gen_random_uuid()"
            + " FROM generate_series(1, 1700) n");
    readAll(reader, lease);
    assertEquals(
        IntStream.rangeClosed(1, 1_700).mapToObj(n -> (long) n).toList(),
        recorder.events.stream().map(CommittedEvent::seq).toList());
  }

  @Test
  void a_consumer_that_fails_gets_the_same_again_and_its_effect_is_there_once() {
    List<UUID> tried = new ArrayList<>();
    EventConsumer failing =
        new Recorder() {
          @Override
          public void accept(Transaction transaction, List<CommittedEvent> some)
              throws SQLException {
            super.accept(transaction, some);
            some.forEach(event -> tried.add(event.subjectId()));
            if (tried.size() == 1) {
              throw new IllegalStateException("only a test");
            }
          }
        };
    EventReader reader = reader(north, failing);
    Lease lease = north.take("test").orElseThrow();
    UUID event = commits(ALICE, 1);
    assertThrows(IllegalStateException.class, () -> readAll(reader, lease));
    readAll(reader, lease);
    assertEquals(List.of(event, event), tried);
    assertEquals(List.of(event), effects());
  }

  @Test
  void a_server_that_slept_through_its_lease_has_no_effect() {
    EventReader slept = reader(north, recorder);
    Lease old = north.take("test").orElseThrow();
    shared.leasesLapse();
    assertTrue(south.take("test").isPresent());
    commits(ALICE, 1);
    assertThrows(LeaseLostException.class, () -> readAll(slept, old));
    assertEquals(List.of(), recorder.seen);
  }

  @Test
  void after_a_restore_that_counts_transactions_anew_each_consumer_goes_on_where_it_was() {
    Recorder other =
        new Recorder() {
          @Override
          public String name() {
            return "other";
          }
        };
    EventReader reader = reader(north, recorder);
    EventReader otherReader = reader(north, other);
    Lease lease = north.take("test").orElseThrow();
    UUID one = commits(ALICE, 1);
    readAll(reader, lease);
    readAll(otherReader, lease);
    UUID two = commits(ALICE, 2);
    readAll(otherReader, lease);
    UUID three = commits(BOB, 1);
    shared.changes("UPDATE account_events SET tx = tx + 1000000000");
    shared.changes("UPDATE consumers SET tx = tx + 1000000000");
    EventReader restored = reader(north, recorder);
    EventReader otherRestored = reader(north, other);
    UUID four = commits(ALICE, 3);
    readAll(restored, lease);
    readAll(otherRestored, lease);
    assertEquals(List.of(one, two, three, four), recorder.seen);
    assertEquals(List.of(one, two, three, four), other.seen);
  }

  /** Two servers take turns, stop in order, and start again, while writers commit late or never. */
  @Test
  void whatever_order_writers_commit_in_nothing_is_skipped_or_doubled() {
    Map<UUID, UUID> committed = new ConcurrentHashMap<>();
    CountDownLatch writing = new CountDownLatch(12);
    reader(north, recorder);
    Together.run(
        13,
        i -> {
          if (i == 12) {
            for (int round = 0; round < 12; round++) {
              EventReader one = reader(north, recorder).start();
              EventReader two = reader(south, recorder).start();
              int before = recorder.seen.size();
              Patience.until(
                  "something is read",
                  () -> recorder.seen.size() > before || writing.getCount() == 0);
              one.close();
              two.close();
            }
          } else {
            writes(new UUID(i, i), new Random(i), committed);
            writing.countDown();
          }
          return i;
        });
    try (EventReader _ = reader(south, recorder).start()) {
      Patience.until("all is read", () -> recorder.seen.size() >= committed.size());
    }
    assertEquals(committed.size(), recorder.seen.size(), "nothing twice after orderly stops");
    assertEquals(committed.keySet(), new HashSet<>(recorder.seen));
    assertEquals(committed.keySet(), new HashSet<>(effects()));
    Map<UUID, List<Long>> bySeq =
        recorder.events.stream()
            .collect(
                Collectors.groupingBy(
                    CommittedEvent::userId,
                    Collectors.mapping(CommittedEvent::seq, Collectors.toList())));
    bySeq.values().forEach(all -> assertEquals(all.stream().sorted().toList(), all));
  }

  /** Some transactions stay open while many others commit, and some are rolled back. */
  private void writes(UUID user, Random random, Map<UUID, UUID> committed) {
    for (int i = 1; i <= 60; i++) {
      long seq = i;
      boolean isLost = random.nextInt(10) == 0;
      try {
        UUID subject =
            database.transaction(
                transaction -> {
                  UUID written = write(transaction, user, seq);
                  transaction.exists("SELECT pg_sleep(?)", random.nextInt(5) == 0 ? 0.03 : 0.001);
                  if (isLost) {
                    throw new IllegalStateException("only a test");
                  }
                  return written;
                });
        committed.put(subject, user);
      } catch (IllegalStateException e) {
        assertTrue(isLost);
      }
    }
    assertFalse(committed.isEmpty());
  }

  @Test
  void after_a_kill_events_come_at_least_once_and_their_effect_is_there_once() {
    Random random = new Random(3);
    Recorder dying =
        new Recorder() {
          @Override
          public void accept(Transaction transaction, List<CommittedEvent> some)
              throws SQLException {
            super.accept(transaction, some);
            if (random.nextInt(3) == 0) {
              // As a server that is killed: its connection breaks before the commit.
              transaction.exists("SELECT pg_terminate_backend(pg_backend_pid())");
            }
          }
        };
    List<UUID> committed = new ArrayList<>();
    EventReader reader = reader(north, dying);
    Lease lease = north.take("test").orElseThrow();
    for (int i = 1; i <= 60; i++) {
      committed.add(commits(ALICE, i));
      try {
        readAll(reader, lease);
      } catch (RuntimeException e) {
        // Killed; the next one goes on.
      }
    }
    Patience.until(
        "all is read",
        () -> {
          try {
            readAll(reader, lease);
          } catch (RuntimeException e) {
            return false;
          }
          return effects().size() == committed.size();
        });
    assertEquals(committed, effects());
    assertTrue(new HashSet<>(dying.seen).containsAll(committed));
    assertTrue(dying.seen.size() > committed.size(), "some came twice to the outside");
  }
}
