package com.mockhu.dm.platform.database.start;

import com.mockhu.dm.platform.StartupException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** An acknowledged message is on disk: that is only true of a database which writes to disk. */
public final class Durability {
  private Durability() {}

  /**
   * Checks the settings that this very connection's role and database get.
   *
   * @param unsafeAllowed whether the operator accepts that a crash loses acknowledged messages
   * @throws StartupException when {@code fsync} or {@code synchronous_commit} is off
   */
  public static void require(DataSource database, boolean unsafeAllowed) throws SQLException {
    if (unsafeAllowed) {
      return;
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      requireOn(statement, "fsync");
      requireOn(statement, "synchronous_commit");
    }
  }

  private static void requireOn(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      // synchronous_commit has further values, all of which wait for the local disk.
      if (row.getString(1).equals("off")) {
        throw new StartupException(
            "The database has "
                + setting
                + " = off, so a crash could lose acknowledged messages: turn it on, or accept that"
                + " with DM_DATABASE_UNSAFE=true.");
      }
    }
  }
}
