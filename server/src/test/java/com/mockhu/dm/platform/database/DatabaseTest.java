package com.mockhu.dm.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.CurrentCaller;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.support.database.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private final String url = TestCluster.createDatabase();
  private final HikariDataSource pool = Pool.open(url, 2);
  private final HikariDataSource otherPool = Pool.open(url, 1);
  private final Database database = new Database(pool, 1, new DatabaseFaults());
  private final Database other = new Database(otherPool);

  @AfterEach
  void close() {
    pool.close();
    otherPool.close();
  }

  private static long process(Transaction t) throws SQLException {
    return t.first("SELECT pg_backend_pid() AS id", row -> row.number("id")).orElseThrow();
  }

  private static long people(Transaction t) throws SQLException {
    return t.first("SELECT count(*) AS n FROM users", row -> row.number("n")).orElseThrow();
  }

  private void signUp(String name) {
    database.transaction(
        t ->
            t.update(
                "INSERT INTO users (id, username, full_name) VALUES (?, ?, ?)",
                UUID.randomUUID(),
                name,
                name));
  }

  @Test
  void a_read_inside_a_transaction_of_another_pool_uses_its_connection() {
    long outer =
        other.transaction(
            t -> {
              assertEquals(process(t), database.read(DatabaseTest::process));
              return process(t);
            });
    assertEquals(outer, other.read(DatabaseTest::process), "the pool has one connection only");
  }

  @Test
  void a_transaction_inside_other_work_is_refused_whatever_pool_it_comes_from() {
    assertThrows(
        IllegalStateException.class, () -> other.read(t -> database.transaction(inner -> 1)));
    assertThrows(
        IllegalStateException.class, () -> database.transaction(t -> other.snapshot(inner -> 1)));
  }

  @Test
  void waiting_for_somebody_else_with_a_connection_in_hand_throws_in_tests() {
    Database.requireNoConnection("Waiting");
    assertThrows(
        IllegalStateException.class,
        () ->
            database.read(
                t -> {
                  Database.requireNoConnection("Waiting");
                  return 1;
                }));
  }

  @Test
  void in_production_it_is_counted_and_goes_on() {
    String strict = System.clearProperty(WaitGuard.STRICT);
    long before = WaitGuard.count();
    try {
      database.read(
          t -> {
            Database.requireNoConnection("Waiting");
            return 1;
          });
    } finally {
      System.setProperty(WaitGuard.STRICT, strict);
    }
    assertEquals(before + 1, WaitGuard.count());
  }

  @Test
  void what_is_looked_up_inside_a_snapshot_is_as_old_as_the_snapshot() {
    long now = System.nanoTime();
    long since =
        database.snapshot(
            t -> {
              people(t);
              long taken = Database.readingSince();
              long nested = database.read(inner -> Database.readingSince());
              assertEquals(taken, nested);
              return taken;
            });
    assertTrue(since - now >= 0 && System.nanoTime() - since > 0);
    assertTrue(Database.readingSince() - since > 0);
  }

  @Test
  void a_snapshot_sees_one_moment() {
    database.snapshot(
        t -> {
          long before = people(t);
          CompletableFuture.runAsync(() -> signUp("maya")).join();
          assertEquals(before, people(t));
          return 1;
        });
    assertEquals(1, database.read(DatabaseTest::people));
  }

  @Test
  void what_a_reader_leaves_for_later_runs_without_a_connection() {
    List<String> order = new ArrayList<>();
    database.read(
        t -> {
          t.afterCommit(() -> Database.requireNoConnection("Waiting"));
          t.afterCommit(() -> order.add("after"));
          order.add("read");
          return 1;
        });
    assertEquals(List.of("read", "after"), order);
  }

  @Test
  void one_person_has_no_more_connections_than_their_share() throws Exception {
    UUID maya = UUID.randomUUID();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread first =
        Thread.startVirtualThread(
            () -> CurrentCaller.run(maya, () -> database.read(t -> await(begun, end))));
    begun.await();

    ApiException refused =
        assertThrows(
            ApiException.class,
            () -> CurrentCaller.run(maya, () -> database.read(DatabaseTest::process)));
    assertEquals(ErrorCode.RATE_LIMITED, refused.code());
    assertEquals(1, refused.retryAfter());
    CurrentCaller.run(UUID.randomUUID(), () -> database.read(DatabaseTest::process));
    database.read(DatabaseTest::process);

    end.countDown();
    first.join();
    CurrentCaller.run(maya, () -> database.read(DatabaseTest::process));
  }

  private static int await(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
      return 1;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
