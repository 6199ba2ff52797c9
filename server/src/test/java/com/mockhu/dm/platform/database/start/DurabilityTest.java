package com.mockhu.dm.platform.database.start;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.postgres.DatabaseFolder;
import com.mockhu.dm.platform.postgres.EmbeddedDatabase;
import com.mockhu.dm.support.database.TestCluster;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DurabilityTest {
  @TempDir Path folder;

  @Test
  void a_database_that_does_not_sync_is_refused() {
    DataSource database = TestCluster.dataSource(TestCluster.createEmptyDatabase());
    assertRefused(database, "fsync");
  }

  @Test
  void a_role_with_asynchronous_commits_is_refused() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase server = DatabaseFolder.start(folder)) {
      DatabaseFolder.execute(server, "ALTER ROLE mockhu SET synchronous_commit = off");
      assertRefused(source(server), "synchronous_commit");
    }
  }

  @Test
  void the_operator_may_accept_the_risk() {
    DataSource database = TestCluster.dataSource(TestCluster.createEmptyDatabase());
    assertDoesNotThrow(() -> Durability.require(database, true));
  }

  @Test
  void the_embedded_database_is_durable() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase server = DatabaseFolder.start(folder)) {
      assertDoesNotThrow(() -> Durability.require(source(server), false));
    }
  }

  private static void assertRefused(DataSource database, String setting) {
    var refusal = assertThrows(StartupException.class, () -> Durability.require(database, false));
    assertTrue(refusal.getMessage().contains(setting + " = off"), refusal::getMessage);
  }

  private static DataSource source(EmbeddedDatabase server) {
    var source = new PGSimpleDataSource();
    source.setUrl(server.jdbcUrl("mockhu"));
    source.setUser(server.user());
    source.setPassword(server.password());
    return source;
  }
}
