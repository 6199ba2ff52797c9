package com.mockhu.dm.platform.settings;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A secret that stands in a file of its own, as orchestrators hand them to containers. */
final class SecretFile {
  static final String ENDING = "_FILE";

  private SecretFile() {}

  /**
   * @throws StartupException when both are set, or the file cannot be read or holds nothing
   */
  static Optional<String> value(String name, Optional<String> plain, Optional<String> file) {
    if (plain.isPresent() && file.isPresent()) {
      throw new StartupException(
          String.format(
              Locale.ROOT, "Both %1$s and %1$s%2$s are set: remove one of them.", name, ENDING));
    }
    return file.isPresent() ? Optional.of(read(name + ENDING, file.get())) : plain;
  }

  private static String read(String name, String file) {
    try {
      // Editors end a file with a line break, which belongs to no secret.
      String text = Files.readString(Path.of(file)).strip();
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException | InvalidPathException e) {
      throw new StartupException(name + " names a file that cannot be read: " + file, e);
    }
    throw new StartupException(name + " names a file that is empty: " + file);
  }
}
