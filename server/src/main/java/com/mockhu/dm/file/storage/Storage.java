package com.mockhu.dm.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps files by key. A key is a relative path of plain names, such as {@code
 * images/2024/11/name.jpg}. Every method may throw {@link StorageAwayException}, after seconds and
 * never later, and {@link IllegalArgumentException} for what is no key.
 */
public interface Storage {

  /** A kept file: {@code size} in bytes. */
  record Kept(String key, long size, Instant keptAt) {}

  /**
   * Takes the file over. Returns when it would outlive a crash.
   *
   * @throws StorageFullException when there is no room
   * @throws IOException when it cannot be kept; then nothing is, unless the storage is away: then
   *     nobody knows
   */
  void keep(String key, Path file) throws IOException;

  /** The file, where it lies on a disk of this machine: the kernel can send it by itself. */
  Optional<Path> onDisk(String key);

  /**
   * A part of the file, {@code length} bytes from {@code offset}, as it comes in.
   *
   * @throws java.nio.file.NoSuchFileException when it is not there
   */
  InputStream open(String key, long offset, long length) throws IOException;

  /** Whether or not it is there. */
  void remove(String key) throws IOException;

  /**
   * Everything that is kept, some at a time, in no order; what comes or goes meanwhile may miss.
   */
  void list(Consumer<List<Kept>> some) throws IOException;
}
