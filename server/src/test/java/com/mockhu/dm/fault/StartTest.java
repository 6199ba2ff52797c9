package com.mockhu.dm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.process.MainProgram;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts that must fail: one sentence, exit status 1, and nothing left behind. */
class StartTest {
  @TempDir Path folder;

  private Map<String, String> settings(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("DM_DATA_DIR", folder.resolve("data").toString());
    all.put("DM_PORT", "0");
    all.put("DM_DATABASE_UNSAFE", "true");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  /** Its last line is the one error. */
  private static void assertEnds(MainProgram program, String... words) {
    assertEquals(1, program.status(), program::said);
    List<String> errors =
        program.lines().stream().filter(line -> line.contains(" ERROR ")).toList();
    assertEquals(1, errors.size(), program::said);
    for (String word : words) {
      assertTrue(errors.getFirst().contains(word), program::said);
    }
    assertFalse(program.said().contains("\tat "), program::said);
  }

  @Test
  void a_port_that_is_taken_stops_all_that_was_started_the_embedded_database_too()
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertEnds(MainProgram.run(settings("DM_PORT", port)), port, "in use", "DM_PORT");
    }
    assertFalse(Files.exists(folder.resolve("data/postgres/postmaster.pid")));
  }

  @Test
  void a_fault_nobody_foresaw_in_the_middle_of_the_start_ends_it_too() throws IOException {
    // Where a folder should be, so that a part is missing after the database was opened.
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/storage"), "not a folder");
    MainProgram program =
        MainProgram.run(settings("DM_DATABASE_URL", TestCluster.createDatabase()));
    assertEnds(program, "storage");
  }

  @Test
  void one_that_is_told_to_stop_before_it_is_ready_leaves_no_database() throws Exception {
    Path pid = folder.resolve("data/postgres/postmaster.pid");
    Process process = MainProgram.start(settings());
    Patience.until("the database begins", () -> Files.exists(pid) || !process.isAlive());
    // Like Process.destroy, which would also close the output.
    process.toHandle().destroy();
    process.getInputStream().readAllBytes();
    assertEquals(143, process.waitFor());
    assertFalse(Files.exists(pid));
  }

  @Test
  void a_start_that_fails_at_its_end_leaves_no_connection_to_the_database() throws Exception {
    String url = TestCluster.createDatabase();
    Map<String, String> settings = Map.of("DM_HOST", "192.0.2.1");
    assertThrows(StartupException.class, () -> Campus.on(url, settings).close());
    try (var connection = TestCluster.dataSource(url).getConnection();
        var statement = connection.createStatement()) {
      Patience.until("the connections are gone", () -> others(statement) == 0);
    }
  }

  private static long others(Statement statement) {
    String query =
        """
        SELECT count(*) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()
        """;
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void arguments_are_answered_without_a_server() {
    assertTrue(MainProgram.run(Map.of(), "--help").said().contains("--print-config"));
    MainProgram wrong = MainProgram.run(Map.of(), "--port=80");
    assertEquals(1, wrong.status());
    assertTrue(wrong.lines().getLast().contains("--port=80"), wrong::said);
  }

  @Test
  void the_settings_are_printed_without_secrets() {
    MainProgram program =
        MainProgram.run(
            settings("DM_DATABASE_URL", "postgresql://dm:hunter2@127.0.0.1/dm"), "--print-config");
    assertEquals(0, program.status(), program::said);
    assertTrue(program.said().contains("DM_PORT=0"), program::said);
    assertFalse(program.said().contains("hunter2"), program::said);
  }

  @Test
  void the_version_is_that_of_the_build() throws IOException {
    MainProgram program = MainProgram.run(Map.of(), "--version");
    String version =
        Files.readString(Path.of("..", "pom.xml"))
            .replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
    assertEquals(List.of("Mockhu DM " + version), program.lines());
  }

  @ParameterizedTest
  @CsvSource({
    "DM_HOST,no-such-host.invalid,no address of that name",
    "DM_HOST,192.0.2.1,not an address of this machine",
    "DM_DATABASE_URL,postgresql://dm:hunter2@127.0.0.1:0/dm,must look like"
  })
  void a_place_that_does_not_exist_is_said_with_its_setting(
      String name, String value, String reason) {
    Map<String, String> settings = Map.of(name, value);
    String said =
        assertThrows(StartupException.class, () -> Campus.start(settings).close()).getMessage();
    assertTrue(said.contains(name) && said.contains(reason), said);
    assertFalse(said.contains("hunter2"), said);
  }
}
