package com.mockhu.dm.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.support.time.Patience;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path folder;

  @Test
  void what_was_stored_is_there_after_a_restart() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase first = DatabaseFolder.start(folder)) {
      DatabaseFolder.execute(first, "CREATE TABLE letter AS SELECT 'Dear Bob' AS body");
    }
    try (EmbeddedDatabase second = DatabaseFolder.start(folder)) {
      assertEquals("Dear Bob", DatabaseFolder.ask(second, "SELECT body FROM letter"));
    }
  }

  @Test
  void it_writes_through_to_disk_and_listens_to_this_machine_alone() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase database = DatabaseFolder.start(folder)) {
      assertEquals("on", DatabaseFolder.ask(database, "SHOW fsync"));
      assertEquals("on", DatabaseFolder.ask(database, "SHOW synchronous_commit"));
      assertEquals("on", DatabaseFolder.ask(database, "SHOW full_page_writes"));
      for (InetAddress address : outsideAddresses()) {
        assertThrows(java.io.IOException.class, () -> new Socket(address, database.port()).close());
      }
      assertEquals("127.0.0.1", DatabaseFolder.ask(database, "SHOW listen_addresses"));
    }
  }

  @Test
  void nobody_gets_in_without_the_password() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase database = DatabaseFolder.start(folder)) {
      for (String user : new String[] {database.user(), EmbeddedDatabase.ADMINISTRATOR}) {
        SQLException refusal =
            assertThrows(
                SQLException.class, () -> DatabaseFolder.connect(database, user, "guess").close());
        assertEquals("28P01", refusal.getSQLState());
      }
    }
  }

  @Test
  void the_password_is_for_the_owner_alone_and_the_product_is_no_superuser() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase database = DatabaseFolder.start(folder)) {
      var permissions = Files.getPosixFilePermissions(DatabasePassword.file(folder));
      assertEquals("rw-------", PosixFilePermissions.toString(permissions));
      assertEquals("off", DatabaseFolder.ask(database, "SHOW is_superuser"));
    }
  }

  @Test
  void a_second_server_on_the_same_folder_is_refused_and_the_first_goes_on() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase first = DatabaseFolder.start(folder)) {
      var refusal =
          assertThrows(StartupException.class, () -> DatabaseFolder.start(folder).close());
      assertTrue(refusal.getMessage().contains("in use by another server"), refusal::getMessage);
      assertEquals("1", DatabaseFolder.ask(first, "SELECT 1"));
    }
  }

  @Test
  void a_database_that_breaks_down_comes_back_with_all_that_was_committed() throws Exception {
    DatabaseFolder.fill(folder);
    try (EmbeddedDatabase database = DatabaseFolder.start(folder)) {
      DatabaseFolder.execute(database, "CREATE TABLE letter AS SELECT 'Dear Bob' AS body");
      var process = PostgresProcess.namedIn(folder.resolve("postgres")).orElseThrow().handle();
      process.destroyForcibly();
      process.onExit().get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
      String body = DatabaseFolder.askUntilAnswered(database, "SELECT body FROM letter");
      assertEquals("Dear Bob", body);
    }
  }

  @Test
  void a_creation_that_was_interrupted_is_started_over() throws Exception {
    Path remains = Files.createDirectories(folder.resolve("postgres").resolve("base"));
    Files.writeString(remains.resolveSibling("PG_VERSION"), "");
    try (EmbeddedDatabase database = DatabaseFolder.start(folder)) {
      assertEquals("1", DatabaseFolder.ask(database, "SELECT 1"));
    }
  }

  @Test
  void files_of_another_major_version_are_refused_and_left_alone() throws Exception {
    Path version = Files.createDirectories(folder.resolve("postgres")).resolve("PG_VERSION");
    Files.writeString(version, "14\n");
    var refusal = assertThrows(StartupException.class, () -> DatabaseFolder.start(folder).close());
    assertTrue(refusal.getMessage().contains("PostgreSQL 14"), refusal::getMessage);
    assertEquals("14\n", Files.readString(version));
  }

  @Test
  void a_database_whose_password_is_lost_is_refused_and_left_alone() throws Exception {
    DatabaseFolder.fill(folder);
    Files.delete(DatabasePassword.file(folder));
    var refusal = assertThrows(StartupException.class, () -> DatabaseFolder.start(folder).close());
    assertTrue(refusal.getMessage().contains("password file"), refusal::getMessage);
    assertFalse(Files.exists(DatabasePassword.file(folder)));
  }

  private static Iterable<InetAddress> outsideAddresses() throws Exception {
    Stream<InetAddress> all =
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses);
    return all.filter(address -> !address.isLoopbackAddress()).toList();
  }
}
