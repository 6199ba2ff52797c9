package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.world.Postgres;
import com.mockhu.dm.chaos.world.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL ends, or its connections do. */
final class DatabaseFaults {
  private static final String BUSY =
      """
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE usename = 'mockhu' AND state <> 'idle'
      """;
  private static final String ALL =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'mockhu'";
  private static final String TOO_MANY = "53300";

  private DatabaseFaults() {}

  static List<Nemesis> all() {
    return List.of(
        Nemesis.of("stop-database", DatabaseFaults::stopped),
        Nemesis.of("end-backends", DatabaseFaults::ended),
        Nemesis.of("exhaust-pool", DatabaseFaults::exhausted));
  }

  private static Fault stopped(World world) {
    Postgres postgres = world.postgres();
    return new SimpleFault(postgres::stopImmediately, postgres::ensureRunning);
  }

  /** Terminates the active backends during statements and commits. */
  private static Fault ended(World world) {
    return new Repeated(15, () -> execute(world.postgres(), BUSY), () -> {});
  }

  private static void execute(Postgres postgres, String sql) throws SQLException {
    try (Connection connection = postgres.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Others take every connection there is, and the server's own are ended. */
  private static Fault exhausted(World world) {
    List<Connection> hogs = new ArrayList<>();
    return new Repeated(
        30,
        () -> {
          execute(world.postgres(), ALL, hogs);
          hog(world.postgres(), hogs);
        },
        () -> {
          for (Connection each : hogs) {
            each.close();
          }
        });
  }

  /** Over a hog's own connection when there is one: another may not be had. */
  private static void execute(Postgres postgres, String sql, List<Connection> hogs)
      throws SQLException {
    if (hogs.isEmpty()) {
      hogs.add(postgres.administrator());
    }
    try (Statement statement = hogs.getFirst().createStatement()) {
      statement.execute(sql);
    }
  }

  private static void hog(Postgres postgres, List<Connection> hogs) throws SQLException {
    try {
      while (true) {
        hogs.add(postgres.administrator());
      }
    } catch (SQLException e) {
      if (!TOO_MANY.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
