package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.process.NeedsTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of docs/operations.md that make a backup; bin/try-backup restores one as well. */
class BackupTruthTest {
  @TempDir Path folder;

  private static String lines() {
    Matcher found =
        Pattern.compile("(?ms)^## Backup and restore$.*?^```sh\n(.*?)^```$")
            .matcher(DocumentTable.read("operations.md"));
    assertTrue(found.find());
    return found.group(1);
  }

  @Test
  @NeedsTool("bash")
  void nobody_else_can_read_a_backup_and_its_time_is_noted() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve("storage"));
    Files.createDirectories(data.resolve("secrets"));
    Path work = Files.createDirectory(folder.resolve("work"));
    run(work, data);
    for (String name : new String[] {"mockhu.dump", "mockhu-files.tar.gz"}) {
      assertEquals("rw-------", mode(work.resolve(name)), name);
    }
    assertTrue(Files.exists(data.resolve("backup-made")));
  }

  /** With a program in the place of pg_dump, as the rights of its file are the shell's doing. */
  private void run(Path work, Path data) throws Exception {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    Path dump =
        Files.writeString(
            programs.resolve("pg_dump"), "#!/bin/sh\nfor each; do :; done\n: >mockhu.dump\n");
    Files.setPosixFilePermissions(dump, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euc", "umask 022\n" + lines())
            .directory(work.toFile())
            .redirectErrorStream(true);
    builder.environment().put("DM_DATA_DIR", data.toString());
    builder.environment().put("DM_DATABASE_URL", "postgresql://nobody@nowhere/none");
    builder.environment().merge("PATH", "", (path, none) -> programs + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
