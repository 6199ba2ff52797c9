package com.mockhu.dm.app;

import com.mockhu.dm.app.log.LogSettings;
import com.mockhu.dm.app.log.Logging;
import com.mockhu.dm.app.start.StartFailure;
import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.platform.settings.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server for the life of the process. A signal to end stops it in order, also during its start.
 */
final class Launch {
  private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

  private final StartedParts started = new StartedParts();

  /** Counted down when the start has succeeded or failed. */
  private final CountDownLatch settled = new CountDownLatch(1);

  private volatile Duration longestStop = Duration.ofSeconds(30);

  /** Returns when the server is ready; false when it cannot be, and its reason was logged. */
  boolean serve(boolean isDemo) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "shutdown"));
    try {
      start(Environment.of(System.getenv()), isDemo);
      return true;
    } catch (Throwable e) {
      started.close();
      LOG.error("{}", StartFailure.sentence(e));
      LOG.debug("Because of", e);
      return false;
    } finally {
      settled.countDown();
    }
  }

  private void start(Environment environment, boolean isDemo) {
    Logging.apply(LogSettings.from(environment));
    if (isDemo) {
      Demo.prepare(environment, started);
    }
    Server server = Server.start(environment, Timers.system(), Clock.systemUTC(), started);
    longestStop = server.longestStop();
    String host = environment.text("DM_HOST", "127.0.0.1");
    LOG.info("Mockhu DM is ready at http://{}:{}", host, server.port());
  }

  /** The process ends when this returns, whether or not everything was done by then. */
  private void stop() {
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(this::close);
    try {
      if (!closing.join(longestStop)) {
        LOG.error("Not done stopping after {}; ending nevertheless", longestStop);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void close() {
    started.close();
    try {
      // A part whose start was running when the signal came stops itself.
      settled.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
