package com.mockhu.dm.platform.database.start;

import com.mockhu.dm.platform.StartupException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the schema that this server was built for. */
public final class Migrations {
  private static final String MISSING_RIGHT = "42501";

  private Migrations() {}

  /**
   * Applies what is missing, in order. Any number of servers may do so at once: a lock in the
   * database lets one work and the others wait.
   *
   * @throws StartupException when the schema is newer than this server, or a step fails
   */
  public static void apply(DataSource database) {
    apply(database, "classpath:db/migration");
  }

  static void apply(DataSource database, String location) {
    Flyway flyway = flyway(database, location);
    try {
      refuseNewerSchema(flyway);
      flyway.migrate();
      // A newer server may have been at work while this one waited for the lock.
      refuseNewerSchema(flyway);
    } catch (FlywayException e) {
      throw new StartupException(sentence(e), e);
    }
  }

  private static Flyway flyway(DataSource database, String location) {
    return Flyway.configure()
        .dataSource(database)
        .locations(location)
        // By default Flyway runs on a schema from the future, whose meaning we cannot know.
        .ignoreMigrationPatterns(new String[0])
        .load();
  }

  private static void refuseNewerSchema(Flyway flyway) {
    Optional<MigrationInfo> unknown =
        Arrays.stream(flyway.info().applied())
            .filter(step -> !step.getState().isResolved())
            .findFirst();
    unknown.ifPresent(
        step -> {
          throw new StartupException(
              "The database has schema version "
                  + step.getVersion()
                  + ", which this server does not know: start the newer server that made it, or"
                  + " restore a backup.");
        });
  }

  private static String sentence(FlywayException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && MISSING_RIGHT.equals(refused.getSQLState())) {
        return "The role of DM_DATABASE_URL lacks a right that it needs for the schema ("
            + refused.getMessage().lines().findFirst().orElse("")
            + "): make it the owner of the database.";
      }
    }
    return "The database schema could not be brought up to date: " + firstLine(failure);
  }

  // What follows it is a report that fills a screen, and belongs into the log.
  private static String firstLine(FlywayException e) {
    return e.getMessage().lines().filter(line -> !line.isBlank()).findFirst().orElse("unknown");
  }
}
