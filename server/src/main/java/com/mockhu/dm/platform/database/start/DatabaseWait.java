package com.mockhu.dm.platform.database.start;

import com.mockhu.dm.platform.StartupException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first connection of a start. It waits for a database that is not reachable yet, because a
 * booting machine starts services in any order; a database that refuses this server ends the start.
 */
public final class DatabaseWait {
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWait.class);
  private static final long PAUSE_MILLIS = 500;
  private static final int OLDEST_VERSION = 15;

  /** SQLSTATE: all of the class of lost connections. */
  private static final String CONNECTION_CLASS = "08";

  /** A server that starts or stops, one without a connection to spare, and a standby. */
  private static final Set<String> PASSING = Set.of("57P01", "57P02", "57P03", "53300", "25006");

  private static final String READ_ONLY = "25006";

  private DatabaseWait() {}

  /**
   * @param isGivenUp whether the start was cancelled
   * @throws StartupException when the database refuses, is unfit, or has not answered within {@code
   *     patience}
   */
  public static void await(DatabaseUrl url, Duration patience, BooleanSupplier isGivenUp) {
    long begun = System.nanoTime();
    boolean isTold = false;
    for (SQLException failure = failure(url); failure != null; failure = failure(url)) {
      boolean isOver = System.nanoTime() - begun > patience.toNanos() || isGivenUp.getAsBoolean();
      if (!isPassing(failure) || isOver) {
        throw new StartupException(DatabaseRefusal.sentence(url, failure), failure);
      }
      if (!isTold) {
        isTold = true;
        String why = DatabaseRefusal.sentence(url, failure);
        LOG.warn("{} Trying again for up to {} s", why, patience.toSeconds());
      }
      pause();
    }
  }

  /** Null when there is none. */
  private static SQLException failure(DatabaseUrl url) {
    // Not through a pool, which keeps the reason of a failure to itself for seconds.
    try (Connection connection = DriverManager.getConnection(url.jdbc(), properties(url));
        Statement statement = connection.createStatement()) {
      requireFit(statement);
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private static Properties properties(DatabaseUrl url) {
    Properties properties = new Properties();
    if (!url.user().isEmpty()) {
      properties.setProperty("user", url.user());
      properties.setProperty("password", url.password().value());
    }
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "4");
    properties.setProperty("ApplicationName", "mockhu-dm");
    return properties;
  }

  private static void requireFit(Statement statement) throws SQLException {
    int version = Integer.parseInt(shown(statement, "server_version_num")) / 10_000;
    if (version < OLDEST_VERSION) {
      throw new StartupException(
          String.format(
              Locale.ROOT,
              "The database (DM_DATABASE_URL) is PostgreSQL %d, and this server needs %d or newer.",
              version,
              OLDEST_VERSION));
    }
    String encoding = shown(statement, "server_encoding");
    if (!encoding.equals("UTF8")) {
      throw new StartupException(
          String.format(
              Locale.ROOT,
              "The database (DM_DATABASE_URL) has the encoding %s, in which not every message can be kept: create it with UTF8.",
              encoding));
    }
    if (shown(statement, "transaction_read_only").equals("on")) {
      throw new SQLException("it is read-only, as a standby is", READ_ONLY);
    }
  }

  private static String shown(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  private static boolean isPassing(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    boolean isConnection =
        state.startsWith(CONNECTION_CLASS)
            // What the driver itself refuses, such as an option it does not know, has no cause.
            && failure.getCause() != null
            && !state.equals(DatabaseRefusal.REJECTED)
            && !DatabaseRefusal.isAboutTls(failure);
    return isConnection || PASSING.contains(state);
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
