package com.mockhu.dm.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSecretTest {
  @TempDir Path folder;

  private String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void a_secret_is_made_once_and_for_its_owner_alone() throws IOException {
    Path secrets = folder.resolve("a/secrets");
    Secret first = GeneratedSecret.in(secrets, "jwt");
    assertEquals(43, first.value().length());
    assertEquals(first, GeneratedSecret.in(secrets, "jwt"));
    assertEquals("rw-------", mode(secrets.resolve("jwt")));
    assertEquals("rwx------", mode(secrets));
    assertNotEquals(first, GeneratedSecret.in(secrets, "other"));
  }

  @Test
  void all_who_race_for_it_get_the_same() throws Exception {
    Callable<Secret> make = () -> GeneratedSecret.in(folder.resolve("secrets"), "jwt");
    Set<Secret> made = new HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(Collections.nCopies(20, make))) {
        made.add(each.get());
      }
    }
    assertEquals(1, made.size());
    try (var files = Files.list(folder.resolve("secrets"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_file_that_is_too_short_stops_the_start() throws IOException {
    Files.writeString(folder.resolve("jwt"), "short\n");
    assertThrows(StartupException.class, () -> GeneratedSecret.in(folder, "jwt"));
  }

  @Test
  void a_folder_that_cannot_be_made_stops_the_start() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(StartupException.class, () -> GeneratedSecret.in(file.resolve("x"), "jwt"));
  }
}
