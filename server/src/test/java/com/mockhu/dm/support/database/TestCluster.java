package com.mockhu.dm.support.database;

import com.mockhu.dm.platform.database.start.Migrations;
import com.mockhu.dm.platform.postgres.EmbeddedDatabase;
import com.mockhu.dm.support.process.Folders;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL for all tests of a run, from which each test takes a fresh, migrated database of
 * its own. It does not write through to disk; a test that needs this starts an {@link
 * EmbeddedDatabase}.
 */
public final class TestCluster {
  private static final Map<String, String> FAST =
      Map.of(
          "fsync", "off",
          "full_page_writes", "off",
          "wal_compression", "off",
          "shared_buffers", "128MB",
          "max_connections", "300");

  private static final AtomicInteger CREATED = new AtomicInteger();
  private static final Queue<Runnable> BEFORE_END = new ConcurrentLinkedQueue<>();

  private TestCluster() {}

  /** A new database with the schema in it, as {@code postgresql://user:password@host:port/name}. */
  public static String createDatabase() {
    return create(Migrated.TEMPLATE);
  }

  /** Runs {@code work} at the end of the run, while the databases still answer. */
  public static void beforeEnd(Runnable work) {
    BEFORE_END.add(work);
  }

  /** A new database with nothing in it. */
  public static String createEmptyDatabase() {
    return create("template0");
  }

  /** The same database for JDBC, without a pool. */
  public static PGSimpleDataSource dataSource(String url) {
    var source = new PGSimpleDataSource();
    String name = url.substring(url.lastIndexOf('/') + 1);
    source.setUrl(Running.SERVER.jdbcUrl(name));
    source.setUser(Running.SERVER.user());
    source.setPassword(Running.SERVER.password());
    return source;
  }

  /** Where PostgreSQL's programs are unpacked once for all runs of tests. */
  public static Path binaries() {
    return Path.of("target", "postgres-binaries").toAbsolutePath();
  }

  /** PostgreSQL's log; one file for each day of the week. */
  public static Path logs() {
    return Running.FOLDER.get().resolve("postgres").resolve("log");
  }

  /** Runs one statement as the administrator, who may end other connections and change settings. */
  public static void administer(String statement) {
    try (Connection connection = administrator().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static String create(String template) {
    String name = "test_" + CREATED.incrementAndGet();
    administer(
        "CREATE DATABASE " + name + " OWNER " + Running.SERVER.user() + " TEMPLATE " + template);
    return Running.SERVER.url(name);
  }

  private static PGSimpleDataSource administrator() {
    var source = new PGSimpleDataSource();
    source.setUrl(Running.SERVER.jdbcUrl(EmbeddedDatabase.ADMINISTRATOR));
    source.setUser(EmbeddedDatabase.ADMINISTRATOR);
    source.setPassword(Running.SERVER.password());
    return source;
  }

  /** Starts with its first use, so that a test without a database waits for none. */
  private static final class Running {
    static final AtomicReference<Path> FOLDER = new AtomicReference<>();
    static final EmbeddedDatabase SERVER = start();

    private static EmbeddedDatabase start() {
      try {
        ClusterFolders.deleteAbandoned();
        Path folder = ClusterFolders.create();
        FOLDER.set(folder);
        EmbeddedDatabase server = EmbeddedDatabase.start(folder, binaries(), FAST);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
        return server;
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    private static void end(EmbeddedDatabase server, Path folder) {
      BEFORE_END.forEach(Runnable::run);
      server.close();
      Folders.delete(folder);
    }
  }

  /** The template: migrated once, then copied, which is much faster. */
  private static final class Migrated {
    static final String TEMPLATE = migrate("migrated");

    private static String migrate(String name) {
      administer("CREATE DATABASE " + name + " OWNER " + Running.SERVER.user());
      Migrations.apply(dataSource(Running.SERVER.url(name)));
      return name;
    }
  }
}
