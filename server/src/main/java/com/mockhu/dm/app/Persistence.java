package com.mockhu.dm.app;

import com.mockhu.dm.app.settings.ServerSettings;
import com.mockhu.dm.app.start.StartedParts;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.DatabaseFaults;
import com.mockhu.dm.platform.database.Pool;
import com.mockhu.dm.platform.database.PoolMeters;
import com.mockhu.dm.platform.database.start.DatabaseUrl;
import com.mockhu.dm.platform.database.start.DatabaseWait;
import com.mockhu.dm.platform.database.start.Durability;
import com.mockhu.dm.platform.database.start.Migrations;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.postgres.EmbeddedDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The database as the settings want it: given or embedded, checked, and migrated. */
final class Persistence implements AutoCloseable {
  private final Optional<EmbeddedDatabase> embedded;

  /** Three for sends, one for receipts, one to spare while a broken one is replaced. */
  private static final int WRITERS = 5;

  private static final Duration MOMENT = Duration.ofMillis(250);
  private static final String IS_READ_ONLY =
      "SELECT 1 WHERE current_setting('transaction_read_only') = 'on'";

  private final DatabaseFaults faults = new DatabaseFaults();
  private final HikariDataSource pool;
  private final HikariDataSource writers;

  private Persistence(
      Optional<EmbeddedDatabase> embedded, HikariDataSource pool, HikariDataSource writers) {
    this.embedded = embedded;
    this.pool = pool;
    this.writers = writers;
  }

  static Persistence open(ServerSettings settings, StartedParts started) {
    Optional<EmbeddedDatabase> embedded =
        settings.databaseUrl().isPresent()
            ? Optional.empty()
            : Optional.of(EmbeddedDatabase.start(settings.dataFolder()));
    embedded.ifPresent(each -> started.add("the embedded PostgreSQL", each));
    String url =
        settings.databaseUrl().map(secret -> secret.value()).orElseGet(() -> embedded.get().url());
    DatabaseWait.await(DatabaseUrl.parse(url), DatabaseWait.PATIENCE, started::isClosed);
    prepare(url, settings.isUnsafeDatabaseAllowed());
    HikariDataSource pool = Pool.open(url, settings.databaseConnections());
    started.add("the connections of requests", pool);
    HikariDataSource writers = Pool.openForBatches(url, WRITERS);
    started.add("the connections of writers", writers);
    return new Persistence(embedded, pool, writers);
  }

  private static void prepare(String url, boolean isUnsafeAllowed) {
    try (HikariDataSource patient = Pool.openPatiently(url, 2)) {
      Durability.require(patient, isUnsafeAllowed);
      Migrations.apply(patient);
    } catch (SQLException e) {
      throw new StartupException(
          "The database (DM_DATABASE_URL) cannot be reached: " + e.getMessage(), e);
    }
  }

  Database database() {
    return new Database(pool, Math.max(1, pool.getMaximumPoolSize() / Pool.SHARE), faults);
  }

  /** For group commits alone, so that busy readers never make sends wait for a connection. */
  Database writing() {
    return new Database(writers, Integer.MAX_VALUE, faults);
  }

  /** Uses a connection of requests: a server that has none left cannot serve either. */
  Dependency dependency() {
    Database database = database();
    return new Dependency("database", true, MOMENT, () -> word(database));
  }

  /** Where no message can be stored, the server cannot serve. */
  private String word(Database database) {
    if (database.read(t -> t.exists(IS_READ_ONLY))) {
      return "read-only";
    }
    return faults.isDiskFull() ? "full" : Dependency.OK;
  }

  boolean isEmbedded() {
    return embedded.isPresent();
  }

  void addMeters(Meters meters) {
    faults.addTo(meters);
    PoolMeters.add(meters, Map.of("requests", pool, "writers", writers));
  }

  /** Closed last: all parts that store something must be closed before. */
  @Override
  public void close() {
    pool.close();
    writers.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
