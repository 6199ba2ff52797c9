package com.mockhu.dm.attachment.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps files by key. A key is a relative path of plain names, such as {@code
 * images/2024/11/name.jpg}.
 */
public interface Storage {

  /** A private folder for one upload, on the same disk as what is kept; the caller removes it. */
  Path temporaryFolder() throws IOException;

  /**
   * Takes the file over. Returns when it would outlive a crash.
   *
   * @throws IOException when it cannot be kept; then nothing is
   */
  void keep(String key, Path file) throws IOException;

  /** The file to read from, if it is there. */
  Optional<Path> find(String key);

  /** Whether or not it is there. */
  void remove(String key) throws IOException;
}
