package com.mockhu.dm.platform.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.support.database.SharedDatabase;
import com.mockhu.dm.support.time.Together;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers over one database, and the jobs that only one of them may do. */
class LeasesTest {
  private final SharedDatabase shared = new SharedDatabase();
  private final Database database = shared.database();
  private final Leases north = shared.north();
  private final Leases south = shared.south();

  @BeforeEach
  void open() {
    shared.changes("CREATE TABLE counter (n bigint NOT NULL)");
    shared.changes("INSERT INTO counter VALUES (0)");
  }

  @AfterEach
  void close() {
    shared.close();
  }

  private long counted() {
    return database.read(t -> t.first("SELECT n FROM counter", row -> row.number("n"))).get();
  }

  private static void counts(Transaction transaction) throws SQLException {
    transaction.update("UPDATE counter SET n = n + 1");
  }

  private void countsUnder(Lease lease) {
    database.transaction(
        transaction -> {
          lease.fence(transaction);
          counts(transaction);
          return null;
        });
  }

  @Test
  void one_server_at_a_time_holds_a_job_and_each_holding_has_a_higher_number() {
    Lease first = north.take("job").orElseThrow();
    assertEquals(Optional.empty(), south.take("job"));
    assertEquals(Optional.empty(), north.take("job"), "nor another thread of the same server");
    assertTrue(south.take("another job").isPresent());
    north.release(first);
    Lease second = south.take("job").orElseThrow();
    assertTrue(second.token() > first.token());
  }

  @Test
  void a_job_runs_at_one_server_at_a_time_whoever_comes() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    for (int round = 0; round < 50; round++) {
      Together.run(
          8,
          i ->
              (i % 2 == 0 ? north : south)
                  .run(
                      "job",
                      lease -> {
                        assertEquals(1, running.incrementAndGet());
                        countsUnder(lease);
                        runs.incrementAndGet();
                        running.decrementAndGet();
                      }));
    }
    assertTrue(runs.get() >= 50, "somebody runs it in each round");
    assertEquals(runs.get(), counted());
  }

  @Test
  void a_holder_that_slept_changes_nothing() {
    Lease slept = north.take("job").orElseThrow();
    shared.leasesLapse();
    Lease taken = south.take("job").orElseThrow();
    assertThrows(LeaseLostException.class, () -> countsUnder(slept));
    assertEquals(0, counted());
    north.renewAll();
    assertFalse(north.isHeld(slept));
    north.release(slept);
    assertTrue(south.isHeld(taken));
    assertEquals(Optional.empty(), north.take("job"), "what it releases is not the other's");
    countsUnder(taken);
    assertEquals(1, counted());
  }

  @Test
  void a_job_cannot_be_taken_over_in_the_middle_of_its_transaction() {
    Lease lease = north.take("job").orElseThrow();
    shared.leasesLapse();
    CountDownLatch fenced = new CountDownLatch(1);
    CountDownLatch tried = new CountDownLatch(1);
    List<Boolean> taken =
        Together.run(
            2,
            i -> {
              if (i == 0) {
                return database.transaction(
                    transaction -> {
                      lease.fence(transaction);
                      fenced.countDown();
                      Together.await(tried);
                      counts(transaction);
                      return true;
                    });
              }
              Together.await(fenced);
              boolean isTaken = south.take("job").isPresent();
              north.renewAll();
              tried.countDown();
              return isTaken;
            });
    assertEquals(List.of(true, false), taken);
    assertTrue(north.isHeld(lease), "its own work keeps it from being renewed, not from holding");
    assertEquals(1, counted());
    assertTrue(south.take("job").isPresent());
  }

  @Test
  void of_two_that_come_as_a_lease_lapses_one_gets_it_and_the_old_holder_writes_no_more() {
    for (int round = 0; round < 100; round++) {
      String job = "job " + round;
      Lease old = north.take(job).orElseThrow();
      shared.leasesLapse();
      long before = counted();
      List<Optional<Lease>> taken =
          Together.run(3, i -> i == 0 ? written(old) : (i == 1 ? north : south).take(job));
      long written = counted() - before;
      long holders = taken.stream().filter(Optional::isPresent).count();
      assertTrue(holders <= 2, () -> taken.toString());
      assertEquals(taken.getFirst().isPresent() ? 1 : 0, written);
      assertTrue(taken.get(1).isEmpty() || taken.get(2).isEmpty(), () -> taken.toString());
      if (holders > 0 && taken.getFirst().isEmpty()) {
        assertThrows(LeaseLostException.class, () -> countsUnder(old));
      }
    }
  }

  private Optional<Lease> written(Lease old) {
    try {
      countsUnder(old);
      return Optional.of(old);
    } catch (LeaseLostException e) {
      return Optional.empty();
    }
  }

  @Test
  void renewing_keeps_others_away_and_work_that_fails_frees_the_job() {
    Lease lease = north.take("job").orElseThrow();
    shared.leasesLapse();
    north.renewAll();
    assertEquals(Optional.empty(), south.take("job"));
    north.release(lease);
    assertThrows(
        IllegalStateException.class,
        () ->
            north.run(
                "job",
                held -> {
                  throw new IllegalStateException("only a test");
                }));
    assertTrue(south.run("job", this::countsUnder));
  }
}
