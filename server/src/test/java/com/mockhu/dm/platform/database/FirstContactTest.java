package com.mockhu.dm.platform.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.support.Gate;
import com.mockhu.dm.support.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A start beside a database that comes later, or never, or refuses. */
class FirstContactTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final String url = TestCluster.createEmptyDatabase();
  private final int port = URI.create(url).getPort();

  private HikariDataSource through(int door) {
    return open(url.replace(":" + port + "/", ":" + door + "/"));
  }

  /** So that a test need not wait as long for each try as a start does. */
  private static HikariDataSource open(String url) {
    HikariDataSource pool = Pool.openPatiently(url, 2);
    pool.setConnectionTimeout(250);
    return pool;
  }

  @Test
  void a_database_that_comes_later_is_waited_for() throws Exception {
    try (Gate gate = new Gate(port);
        HikariDataSource database = through(gate.port());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      gate.shut();
      Future<?> start = threads.submit(() -> FirstContact.await(database, LONG));
      // The premise: nobody gets through, for as long as the pool tries.
      assertThrows(SQLException.class, database::getConnection);
      assertFalse(start.isDone());
      gate.open(port);
      start.get();
      database.getConnection().close();
    }
  }

  @Test
  void one_that_never_comes_ends_the_start() throws Exception {
    try (Gate gate = new Gate(port);
        HikariDataSource database = through(gate.port())) {
      gate.shut();
      assertRefused(database, Duration.ZERO);
    }
  }

  @Test
  void a_wrong_password_is_not_waited_for() {
    String wrong = url.replaceFirst(":[^:@/]+@", ":wrong@");
    try (HikariDataSource database = open(wrong)) {
      assertRefused(database, LONG);
    }
  }

  private static void assertRefused(HikariDataSource database, Duration patience) {
    var refusal =
        assertThrows(StartupException.class, () -> FirstContact.await(database, patience));
    assertTrue(refusal.getMessage().contains("cannot be reached"), refusal::getMessage);
  }
}
