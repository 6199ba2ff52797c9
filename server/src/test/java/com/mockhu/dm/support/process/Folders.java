package com.mockhu.dm.support.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copies and deletes whole folders. */
public final class Folders {
  private Folders() {}

  /** Copies a folder with its permissions, which PostgreSQL insists on. */
  public static void copy(Path from, Path to) {
    try {
      int status =
          new ProcessBuilder("cp", "-pR", from + "/.", to.toString()).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("cp ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Deletes a folder and its contents. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Folders::deleteOne);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
