package com.mockhu.dm.platform.database.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.support.database.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
  private static final int NODES = 6;

  @TempDir Path steps;
  private DataSource database;

  @BeforeEach
  void startEmpty() throws Exception {
    database = TestCluster.dataSource(TestCluster.createEmptyDatabase());
    step("V1__letters", "CREATE TABLE letter (body text)");
    // Long enough for the nodes to meet, and it fails when it is run twice.
    step("V2__first_letter", "SELECT pg_sleep(0.3); INSERT INTO letter VALUES ('Dear Bob')");
  }

  @Test
  void nodes_that_start_at_once_on_an_empty_database_apply_each_step_once() throws Exception {
    var together = new CyclicBarrier(NODES);
    List<Future<Void>> nodes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int node = 0; node < NODES; node++) {
        nodes.add(threads.submit(migrationAfter(together)));
      }
    }
    for (Future<Void> node : nodes) {
      node.get();
    }
    assertEquals(1, count("letter"));
    assertEquals(2, count("flyway_schema_history WHERE success AND version IS NOT NULL"));
  }

  @Test
  void a_second_start_changes_nothing() throws Exception {
    migrate();
    migrate();
    assertEquals(1, count("letter"));
  }

  @Test
  void a_schema_from_the_future_is_refused() throws Exception {
    step("V3__from_the_future", "CREATE TABLE parcel (weight int)");
    migrate();
    Files.delete(steps.resolve("V3__from_the_future.sql"));
    var refusal = assertThrows(StartupException.class, this::migrate);
    assertTrue(refusal.getMessage().contains("schema version 3"), refusal::getMessage);
  }

  @Test
  void a_step_that_was_rewritten_after_it_ran_is_refused() throws Exception {
    migrate();
    step("V1__letters", "CREATE TABLE letter (body text, stamp int)");
    assertThrows(StartupException.class, this::migrate);
  }

  @Test
  void a_step_that_fails_leaves_nothing_and_can_be_mended() throws Exception {
    step("V3__broken", "CREATE TABLE parcel (weight int); SELECT 1 / 0");
    assertThrows(StartupException.class, this::migrate);
    step("V3__broken", "CREATE TABLE parcel (weight int)");
    migrate();
    assertEquals(0, count("parcel"));
  }

  private Callable<Void> migrationAfter(CyclicBarrier together) {
    return () -> {
      together.await();
      migrate();
      return null;
    };
  }

  private void migrate() {
    Migrations.apply(database, "filesystem:" + steps);
  }

  private void step(String name, String sql) throws Exception {
    Files.writeString(steps.resolve(name + ".sql"), sql + ";\n");
  }

  private long count(String from) throws Exception {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM " + from)) {
      row.next();
      return row.getLong(1);
    }
  }
}
