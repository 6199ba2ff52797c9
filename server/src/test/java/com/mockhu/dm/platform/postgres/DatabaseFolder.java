package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.process.Folders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A data folder under test. Creating PostgreSQL's files takes seconds, so it is done once. */
public final class DatabaseFolder {
  private static Path created;

  private DatabaseFolder() {}

  /** Fills an empty folder with a database that was created and shut down. */
  public static synchronized Path fill(Path folder) throws Exception {
    if (created == null) {
      Path first = java.nio.file.Files.createTempDirectory("mockhu-dm-created");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(first)));
      start(first).close();
      created = first;
    }
    Folders.copy(created, folder);
    return folder;
  }

  public static EmbeddedDatabase start(Path folder) {
    return EmbeddedDatabase.start(folder, TestCluster.binaries(), Map.of());
  }

  public static EmbeddedDatabase start(Path folder, String setting, String value) {
    return EmbeddedDatabase.start(folder, TestCluster.binaries(), Map.of(setting, value));
  }

  static Connection connect(EmbeddedDatabase database) throws SQLException {
    return connect(database, database.user(), database.password());
  }

  static Connection connect(EmbeddedDatabase database, String user, String password)
      throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl("mockhu"), user, password);
  }

  public static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Asks again while there is nobody to answer, for a minute at most. */
  static String askUntilAnswered(EmbeddedDatabase database, String sql) throws SQLException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (true) {
      try {
        return ask(database, sql);
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }
}
