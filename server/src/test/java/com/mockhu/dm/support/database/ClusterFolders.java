package com.mockhu.dm.support.database;

import com.mockhu.dm.support.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Temporary folders that carry the number of the process they belong to. */
final class ClusterFolders {
  private static final String PREFIX = "mockhu-dm-test-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

  private ClusterFolders() {}

  static Path create() throws IOException {
    return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
  }

  /** A PostgreSQL whose run was killed ends by itself when it finds its folder gone. */
  static void deleteAbandoned() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      all.filter(ClusterFolders::isAbandoned).forEach(ClusterFolders::delete);
    }
  }

  private static boolean isAbandoned(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) {
    try {
      Folders.delete(folder);
    } catch (UncheckedIOException e) {
      // Another user's, or its database was just writing: a later run will find it again.
      System.err.println("left for later: " + folder);
    }
  }
}
