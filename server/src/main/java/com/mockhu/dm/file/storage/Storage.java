package com.mockhu.dm.file.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stores files by key. A key is a relative path of plain names, such as {@code
 * images/2024/11/name.jpg}. Every method may throw {@link StorageUnavailableException} within
 * seconds, and {@link IllegalArgumentException} for an invalid key.
 */
public interface Storage {

  /** A stored file: {@code size} in bytes. */
  record Kept(String key, long size, Instant keptAt) {}

  /**
   * Stores the file, which the caller may lose by this. Returns when it would survive a crash.
   *
   * @throws StorageFullException when there is no room
   * @throws IOException when nothing was stored; if it is {@link StorageUnavailableException}, the
   *     outcome is unknown
   */
  void keep(String key, Path file) throws IOException;

  /** The file, if it is on a disk of this machine, so that the kernel can send it. */
  Optional<Path> onDisk(String key);

  /**
   * A part of the file as a stream: {@code length} bytes from {@code offset}.
   *
   * @throws java.nio.file.NoSuchFileException when no file has the key
   */
  InputStream open(String key, long offset, long length) throws IOException;

  /** Does nothing when no file has the key. */
  void remove(String key) throws IOException;

  /** All stored files in parts, unordered; files stored or removed meanwhile may be missing. */
  void list(Consumer<List<Kept>> some) throws IOException;
}
