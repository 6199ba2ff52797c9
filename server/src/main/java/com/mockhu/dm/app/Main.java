package com.mockhu.dm.app;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server from the environment, and stops it in order when the process is told to end.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  static void main(String[] arguments) {
    // No output of the server depends on the machine's language, and no library's may either.
    Locale.setDefault(Locale.ROOT);
    try {
      Environment environment = Environment.of(System.getenv());
      Logging.apply(LogSettings.from(environment));
      if (isDemo(arguments)) {
        Demo.prepare(environment);
      }
      Server server = Server.start(environment);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
      String host = environment.text("DM_HOST", "127.0.0.1");
      LOG.info("Mockhu DM is ready at http://{}:{}", host, server.port());
    } catch (StartupException e) {
      LOG.error("{}", e.getMessage());
      LOG.debug("Because of", e);
      System.exit(1);
    }
  }

  /** Whether to fill an empty server first. */
  static boolean isDemo(String[] arguments) {
    if (arguments.length == 0) {
      return false;
    }
    if (arguments.length > 1 || !arguments[0].equals("--demo")) {
      throw new StartupException("The only argument there is is --demo; settings are variables.");
    }
    return true;
  }

  /** The process ends when this returns, whether or not the server was done by then. */
  private static void stop(Server server) {
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(server::close);
    try {
      if (!closing.join(server.longestStop())) {
        LOG.error("Not done stopping after {}; ending nevertheless", server.longestStop());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
