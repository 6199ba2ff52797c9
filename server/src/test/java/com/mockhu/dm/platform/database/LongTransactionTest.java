package com.mockhu.dm.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.support.database.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongTransactionTest {
  /** Longer than the pool lets any statement take, in seconds. */
  private static final String LONG = "SELECT 1 AS one FROM pg_sleep(4.5)";

  @Test
  void what_takes_longer_than_a_request_may_is_given_up_unless_it_is_said_to_be_long() {
    try (HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 1)) {
      Database database = new Database(pool);
      // On the one connection there is, which is as before when the long one is over.
      assertEquals(List.of(1), database.longTransaction(LongTransactionTest::sleep));
      assertThrows(ApiException.class, () -> database.transaction(LongTransactionTest::sleep));
    }
  }

  private static List<Integer> sleep(Transaction transaction) throws java.sql.SQLException {
    return transaction.list(LONG, row -> row.integer("one"));
  }
}
