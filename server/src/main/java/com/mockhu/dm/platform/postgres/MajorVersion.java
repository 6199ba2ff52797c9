package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's files can be read by their own major version only. */
final class MajorVersion {
  private static final String BUNDLED = "18";

  private MajorVersion() {}

  /**
   * Accepts a folder that is new or of the bundled version.
   *
   * @throws StartupException for another version's files
   */
  static void requireKnown(Path folder) throws IOException {
    Path file = folder.resolve("PG_VERSION");
    if (Files.exists(file) && !isBundled(Files.readString(file).strip())) {
      throw new StartupException(
          "The database in "
              + folder
              + " was made by PostgreSQL "
              + Files.readString(file).strip()
              + " and this server brings PostgreSQL "
              + BUNDLED
              + ": move the data over with pg_dump and pg_restore.");
    }
  }

  // A creation that was interrupted can leave the file empty; the launcher starts such over.
  private static boolean isBundled(String version) {
    return version.isEmpty() || version.equals(BUNDLED);
  }
}
