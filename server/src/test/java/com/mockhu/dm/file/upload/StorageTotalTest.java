package com.mockhu.dm.file.upload;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.support.database.TestCluster;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What one server knows of the bytes that all servers keep. */
class StorageTotalTest {
  private static final UUID ALICE = UUID.randomUUID();

  private final AtomicLong nanos = new AtomicLong();
  private final HikariDataSource pool = Pool.open(TestCluster.createDatabase(), 2);
  private final Database database = new Database(pool);
  private final StorageTotal total = new StorageTotal(100, nanos::get);

  @AfterEach
  void close() {
    pool.close();
  }

  private boolean adds(long bytes) {
    return database.transaction(transaction -> total.add(transaction, bytes));
  }

  /** As another server writes it. */
  private void anotherServerUses(long bytes) {
    database.transaction(transaction -> UploadSql.use(transaction, ALICE, bytes));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void what_this_server_adds_and_removes_counts_at_once() {
    assertTrue(adds(60));
    assertFalse(adds(60));
    total.subtract(30);
    assertTrue(adds(60));
    assertFalse(adds(60));
  }

  @Test
  void what_was_there_before_the_start_counts() {
    anotherServerUses(60);
    assertFalse(adds(60));
    assertTrue(adds(40));
  }

  @Test
  void what_other_servers_add_counts_after_a_minute() {
    assertTrue(adds(10));
    anotherServerUses(60);
    pass(Duration.ofSeconds(59));
    assertTrue(adds(40));
    pass(Duration.ofSeconds(1));
    assertFalse(adds(60));
  }

  @Test
  void room_that_other_servers_make_is_found_before_an_upload_is_refused() {
    anotherServerUses(90);
    assertFalse(adds(20));
    anotherServerUses(-50);
    pass(Duration.ofSeconds(1));
    assertTrue(adds(20));
  }
}
