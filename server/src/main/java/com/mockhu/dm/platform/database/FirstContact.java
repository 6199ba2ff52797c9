package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.StartupException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first connection of a start. A machine that boots brings its services up in any order, so a
 * database that is not there yet is waited for; one that refuses this server is not.
 */
public final class FirstContact {
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(FirstContact.class);
  private static final long PAUSE_MILLIS = 500;

  /** SQLSTATE: all of the class of lost connections, and a server that starts or stops. */
  private static final String CONNECTION_CLASS = "08";

  private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03");

  private FirstContact() {}

  /**
   * @throws StartupException when the database refuses, or has not answered within {@code patience}
   */
  public static void await(DataSource database, Duration patience) {
    long begun = System.nanoTime();
    boolean isTold = false;
    for (SQLException failure = failure(database); failure != null; failure = failure(database)) {
      if (!isPassing(failure) || System.nanoTime() - begun > patience.toNanos()) {
        throw new StartupException(
            "The database (DM_DATABASE_URL) cannot be reached: " + failure.getMessage(), failure);
      }
      if (!isTold) {
        isTold = true;
        LOG.warn("The database does not answer yet; waiting up to {} s", patience.toSeconds());
      }
      pause();
    }
  }

  /** Null when there is none. */
  private static SQLException failure(DataSource database) {
    try (Connection _ = database.getConnection()) {
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  /** The pool's own failure has the state of the last try's, or none. */
  private static boolean isPassing(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.startsWith(CONNECTION_CLASS) || PASSING.contains(state);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupException("Interrupted while waiting for the database.", e);
    }
  }
}
