package com.mockhu.dm.file.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Folders for files that are not stored yet, one for each upload. Each running server holds a file
 * lock, which the kernel releases when the process ends in any way: folders of a server without a
 * lock are abandoned.
 */
public final class TemporaryFolders implements AutoCloseable {
  private static final int NAME_LENGTH = 36;

  private final Path root;
  private final Path locks;
  private final String name;
  private final FileChannel lock;

  /** Creates {@code storage/temporary} and {@code locks} in the folder. */
  public TemporaryFolders(Path folder) {
    root = folder.resolve("storage").resolve("temporary").toAbsolutePath();
    locks = folder.resolve("locks").toAbsolutePath();
    try {
      PrivateFiles.makeFolder(root);
      PrivateFiles.makeFolder(locks);
      FileChannel taken = null;
      String candidate = null;
      // Another server may remove the file between its creation and the lock.
      while (taken == null) {
        candidate = UUID.randomUUID().toString();
        taken = tryLock(locks.resolve(candidate), StandardOpenOption.CREATE_NEW);
      }
      name = candidate;
      lock = taken;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileChannel tryLock(Path file, StandardOpenOption how) throws IOException {
    FileChannel channel = FileChannel.open(file, how, StandardOpenOption.WRITE);
    if (isLocked(channel) && Files.exists(file)) {
      return channel;
    }
    channel.close();
    return null;
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** A private folder; the caller removes it. */
  public Path make() throws IOException {
    return Files.createTempDirectory(root, name + "-", PrivateFiles.folderMode());
  }

  /** Deletes a folder with its content; does nothing when it is gone. */
  public static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Removes the folders of servers that have ended, and returns their bytes. */
  public long removeAbandoned() throws IOException {
    long bytes = 0;
    for (Path folder : content(root)) {
      bytes += removeIfAbandoned(folder);
    }
    for (Path file : content(locks)) {
      try (FileChannel taken = abandoned(file)) {
        if (taken != null && holdsNothing(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
    return bytes;
  }

  private long removeIfAbandoned(Path folder) throws IOException {
    String text = folder.getFileName().toString();
    Path file = locks.resolve(text.substring(0, Math.min(NAME_LENGTH, text.length())));
    if (Files.notExists(file)) {
      return remove(folder);
    }
    try (FileChannel taken = abandoned(file)) {
      return taken == null ? 0 : remove(folder);
    }
  }

  /** The lock of a server that has ended, or null. */
  private FileChannel abandoned(Path file) throws IOException {
    // Our own is not even opened: closing any channel to the file would release the lock.
    return file.equals(locks.resolve(name)) || Files.notExists(file)
        ? null
        : tryLock(file, StandardOpenOption.WRITE);
  }

  private boolean holdsNothing(Path file) throws IOException {
    String owner = file.getFileName().toString();
    return content(root).stream().noneMatch(f -> f.getFileName().toString().startsWith(owner));
  }

  private static long remove(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    delete(folder);
    return bytes;
  }

  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
      Files.deleteIfExists(locks.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
