package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL that outlived the server which had started it, because that one was killed. */
final class OrphanedServer {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);

  private OrphanedServer() {}

  /**
   * Clears the way for a new PostgreSQL on the folder. Call it with the data folder's lock held:
   * only then is whoever runs there an orphan.
   *
   * @throws StartupException when an orphan is there and does not stop
   */
  static void clear(Path folder) throws IOException {
    Optional<PostgresProcess> named = PostgresProcess.namedIn(folder);
    if (named.isPresent()) {
      clear(named.get());
    }
  }

  private static void clear(PostgresProcess process) throws IOException {
    switch (process.owner()) {
      case OURS -> {
        LOG.warn("stopping the PostgreSQL that a killed server left behind");
        process.stop();
      }
      // Another process has its number, and PostgreSQL would mistake it for its own and give up.
      case STRANGER -> Files.deleteIfExists(PostgresProcess.pidFile(process.folder()));
      // PostgreSQL's own check knows best what a foreign process means.
      case UNKNOWN -> LOG.warn("cannot tell what process {} is", process.handle().pid());
    }
  }
}
