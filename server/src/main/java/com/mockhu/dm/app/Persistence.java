package com.mockhu.dm.app;

import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Durability;
import com.mockhu.dm.platform.database.EmbeddedDatabase;
import com.mockhu.dm.platform.database.FirstContact;
import com.mockhu.dm.platform.database.Migrations;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.database.PoolMeters;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.metric.Meters;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The database as the settings want it: given or embedded, checked, and migrated. */
final class Persistence implements AutoCloseable {
  private final Optional<EmbeddedDatabase> embedded;

  /** Two for sends, one for receipts, one to spare while a broken one is replaced. */
  private static final int WRITERS = 4;

  /** One person may use a quarter of the requests' connections at a time. */
  private static final int SHARE = 4;

  private final HikariDataSource pool;
  private final HikariDataSource writers;

  private Persistence(
      Optional<EmbeddedDatabase> embedded, HikariDataSource pool, HikariDataSource writers) {
    this.embedded = embedded;
    this.pool = pool;
    this.writers = writers;
  }

  static Persistence open(ServerSettings settings) {
    Optional<EmbeddedDatabase> embedded =
        settings.databaseUrl().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(settings.dataFolder()));
    String url =
        settings.databaseUrl().map(secret -> secret.value()).orElseGet(() -> embedded.get().url());
    try {
      prepare(url, settings.isUnsafeDatabaseAllowed());
      return new Persistence(
          embedded,
          Pool.open(url, settings.databaseConnections()),
          Pool.openForBatches(url, WRITERS));
    } catch (RuntimeException e) {
      embedded.ifPresent(EmbeddedDatabase::close);
      throw e;
    }
  }

  private static void prepare(String url, boolean isUnsafeAllowed) {
    try (HikariDataSource patient = Pool.openPatiently(url, 2)) {
      FirstContact.await(patient, FirstContact.PATIENCE);
      Durability.require(patient, isUnsafeAllowed);
      Migrations.apply(patient);
    } catch (SQLException e) {
      throw new StartupException(
          "The database (DM_DATABASE_URL) cannot be reached: " + e.getMessage(), e);
    }
  }

  Database database() {
    return new Database(pool, Math.max(1, pool.getMaximumPoolSize() / SHARE));
  }

  /** For the group commit alone: however busy readers are, sends never wait for a connection. */
  Database writing() {
    return new Database(writers);
  }

  /** Asks over the requests' connections: when those are used up, nobody can be served either. */
  Dependency dependency() {
    Database database = database();
    return new Dependency("database", true, () -> database.read(t -> t.exists("SELECT 1")));
  }

  void addMeters(Meters meters) {
    PoolMeters.add(meters, Map.of("requests", pool, "writers", writers));
  }

  /** Last of all: whatever still has something to store must be done before. */
  @Override
  public void close() {
    pool.close();
    writers.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
