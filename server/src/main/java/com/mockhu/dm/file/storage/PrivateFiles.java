package com.mockhu.dm.file.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that only the server's own user can read. */
final class PrivateFiles {
  private PrivateFiles() {}

  static FileAttribute<?> folderMode() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, folderMode());
  }

  static void makePrivate(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  static void syncFile(Path file) throws IOException {
    sync(file, StandardOpenOption.WRITE);
  }

  /** A new name survives a crash only when its folder is written to disk too. */
  static void syncFolder(Path folder) throws IOException {
    sync(folder, StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
