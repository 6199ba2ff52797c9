package com.mockhu.dm.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.support.database.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Requests that are still under way while the server stops. */
class ClosedPoolTest {
  private static void looksAway(Database database) {
    ApiException failure =
        assertThrows(
            ApiException.class, () -> database.read(transaction -> transaction.exists("SELECT 1")));
    assertEquals(ErrorCode.UNAVAILABLE, failure.code());
  }

  @Test
  void a_closed_pool_is_a_database_that_is_away() {
    HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2);
    Database database = new Database(pool);
    pool.close();
    looksAway(database);
  }

  @Test
  void whoever_is_interrupted_on_the_way_to_a_connection_finds_it_away() {
    try (HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2)) {
      Database database = new Database(pool);
      Thread.currentThread().interrupt();
      looksAway(database);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void what_is_committed_is_no_failure_when_nobody_can_be_told() {
    try (HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2)) {
      List<String> told = new ArrayList<>();
      String result =
          new Database(pool)
              .transaction(
                  transaction -> {
                    transaction.afterCommit(
                        () -> {
                          throw new RejectedExecutionException("stopped");
                        });
                    transaction.afterCommit(() -> told.add("the next"));
                    return "committed";
                  });
      assertEquals("committed", result);
      assertEquals(List.of("the next"), told);
    }
  }
}
