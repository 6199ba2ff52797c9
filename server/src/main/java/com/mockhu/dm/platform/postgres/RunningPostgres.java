package com.mockhu.dm.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of a folder. It is started again, on the same port, when it ends without having
 * been told to: nobody else knows how to start it.
 */
final class RunningPostgres {
  private static final Logger LOG = LoggerFactory.getLogger(RunningPostgres.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long STOP_SECONDS = 60;

  private final PostgresLauncher launcher;
  private final int port;
  private EmbeddedPostgres postgres;
  private PostgresProcess process;
  private volatile boolean stopped;

  private RunningPostgres(PostgresLauncher launcher, EmbeddedPostgres postgres) throws IOException {
    this.launcher = launcher;
    this.port = postgres.getPort();
    adopt(postgres);
  }

  static RunningPostgres start(PostgresLauncher launcher) throws IOException {
    var running = new RunningPostgres(launcher, launcher.start(PostgresLauncher.ANY_PORT));
    Thread.ofVirtual().name("database-watch").start(running::watch);
    return running;
  }

  int port() {
    return port;
  }

  /** Stops PostgreSQL and waits until it has let go of its files. */
  synchronized void stop() throws IOException {
    stopped = true;
    postgres.close();
    // The launcher stops waiting after a few seconds; a last checkpoint may take longer.
    process.awaitExit(STOP_SECONDS);
  }

  private void watch() {
    while (!stopped) {
      LockSupport.parkNanos(POLL.toNanos());
      restartIfGone();
    }
  }

  private synchronized void restartIfGone() {
    if (stopped || process.handle().isAlive()) {
      return;
    }
    LOG.error("PostgreSQL has ended without being told to; starting it again");
    try {
      restart();
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL could not be started again; will try once more", e);
    }
  }

  private void restart() throws IOException {
    // The launcher object of the dead one still holds a lock of its own on the folder.
    postgres.close();
    OrphanedServer.clear(launcher.folder());
    adopt(launcher.start(port));
  }

  private void adopt(EmbeddedPostgres started) throws IOException {
    postgres = started;
    process = PostgresProcess.namedIn(launcher.folder()).orElseThrow();
  }
}
