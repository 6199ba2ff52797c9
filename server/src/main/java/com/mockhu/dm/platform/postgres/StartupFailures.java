package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.nio.file.Path;

/** Sentences for what can go wrong around the database's files. */
final class StartupFailures {
  private StartupFailures() {}

  static StartupException inaccessible(Path dataDirectory, Exception cause) {
    return new StartupException(
        "The user "
            + System.getProperty("user.name")
            + " may not use the data folder "
            + dataDirectory
            + ": start the server as the folder's owner, or name another with DM_DATA_DIR.",
        cause);
  }

  static StartupException unstartable(Path dataDirectory, Exception cause) {
    return new StartupException(
        "The embedded PostgreSQL could not be started: look into "
            + dataDirectory.resolve("postgres").resolve("log")
            + ", or set DM_DATABASE_URL to a PostgreSQL of your own.",
        cause);
  }
}
