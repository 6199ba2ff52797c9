package com.mockhu.dm.platform.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.time.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedServerTest {
  @TempDir Path folder;
  @TempDir Path otherFolder;

  @Test
  void the_database_of_a_killed_server_is_stopped_and_has_all_that_was_committed()
      throws Exception {
    DatabaseFolder.fill(folder);
    DoomedServer.start(folder).destroyForcibly().waitFor();
    PostgresProcess orphan = PostgresProcess.namedIn(folder.resolve("postgres")).orElseThrow();
    assertTrue(orphan.handle().isAlive());
    try (EmbeddedDatabase next = DatabaseFolder.start(folder)) {
      assertGone(orphan, next);
      assertEquals("Dear Bob", DatabaseFolder.ask(next, "SELECT body FROM letter"));
    }
  }

  @Test
  void an_orphan_is_recognised_after_its_folder_was_renamed() throws Exception {
    Path before = Files.createDirectory(folder.resolve("before"));
    Path after = folder.resolve("after");
    DatabaseFolder.fill(before);
    DoomedServer.start(before).destroyForcibly().waitFor();
    Files.move(before, after);
    PostgresProcess orphan = PostgresProcess.namedIn(after.resolve("postgres")).orElseThrow();
    try (EmbeddedDatabase next = DatabaseFolder.start(after)) {
      assertGone(orphan, next);
      assertEquals("Dear Bob", DatabaseFolder.ask(next, "SELECT body FROM letter"));
    }
  }

  @Test
  void a_stranger_who_got_the_old_process_number_is_left_alone() throws Exception {
    DatabaseFolder.fill(folder);
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      claim(stranger.toHandle());
      DatabaseFolder.start(folder).close();
      assertTrue(stranger.isAlive());
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void another_database_that_got_the_old_process_number_is_left_alone() throws Exception {
    DatabaseFolder.fill(folder);
    DatabaseFolder.fill(otherFolder);
    try (EmbeddedDatabase other = DatabaseFolder.start(otherFolder)) {
      claim(PostgresProcess.namedIn(otherFolder.resolve("postgres")).orElseThrow().handle());
      DatabaseFolder.start(folder).close();
      assertEquals("1", DatabaseFolder.ask(other, "SELECT 1"));
    }
  }

  private static void assertGone(PostgresProcess orphan, EmbeddedDatabase next) throws Exception {
    var present = PostgresProcess.namedIn(orphan.folder()).orElseThrow();
    assertNotEquals(orphan.handle().pid(), present.handle().pid());
    orphan.handle().onExit().get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS);
    assertEquals("1", DatabaseFolder.ask(next, "SELECT 1"));
  }

  private void claim(ProcessHandle process) throws Exception {
    Path pidFile = PostgresProcess.pidFile(folder.resolve("postgres"));
    Files.writeString(pidFile, process.pid() + "\n" + folder.resolve("postgres") + "\n");
  }
}
