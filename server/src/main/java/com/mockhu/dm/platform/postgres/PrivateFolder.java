package com.mockhu.dm.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that only their owner can read. */
final class PrivateFolder {
  private PrivateFolder() {}

  /**
   * Creates the folder and its parents where they are missing; leaves existing ones as they are.
   */
  static Path create(Path folder) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    // PostgreSQL's command line and its process listing must agree on one spelling of the path.
    return Files.createDirectories(folder, ownerOnly).toRealPath();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
