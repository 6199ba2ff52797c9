package com.mockhu.dm.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that the launcher unpacks PostgreSQL's programs to. */
final class UnpackedPrograms {
  /** The launcher's own names: it holds the lock while it unpacks, and then makes the marker. */
  private static final String LOCK = "epg-lock";

  private static final String COMPLETE = ".exists";

  private UnpackedPrograms() {}

  /**
   * Deletes what a process left that was killed while it unpacked. The launcher would stumble over
   * the first file that is there already, at this start and at every later one.
   */
  static void discardPartial(Path binaries) throws IOException {
    if (!Files.isDirectory(binaries)) {
      return;
    }
    try (DirectoryStream<Path> versions = Files.newDirectoryStream(binaries, "PG-*")) {
      for (Path version : versions) {
        if (!isComplete(version) && Files.exists(version.resolve(LOCK))) {
          discard(version);
        }
      }
    }
  }

  private static boolean isComplete(Path version) {
    return Files.exists(version.resolve(COMPLETE));
  }

  private static void discard(Path version) throws IOException {
    try (FileChannel channel = FileChannel.open(version.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      // Without the lock another process is unpacking now. With it, one may have just finished.
      if (lock != null && !isComplete(version)) {
        deleteContent(version);
      }
    } catch (OverlappingFileLockException e) {
      // This process is unpacking now, on another thread.
    }
  }

  private static void deleteContent(Path version) throws IOException {
    try (DirectoryStream<Path> content = Files.newDirectoryStream(version)) {
      for (Path each : content) {
        if (!each.endsWith(LOCK)) {
          PrivateFolder.delete(each);
        }
      }
    }
  }
}
