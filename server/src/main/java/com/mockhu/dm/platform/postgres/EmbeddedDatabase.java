package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/**
 * A PostgreSQL of the server's own, whose files live in the data folder and outlast it. It listens
 * on 127.0.0.1 at a port of its choice and asks for a password. When it breaks down it comes back
 * on the same port.
 *
 * <p>It does not stop by itself when the Java process ends: whoever started it closes it, after the
 * last statement. One that was left behind by a kill is stopped by the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  /** The role that may do anything; the product never works as this one. */
  public static final String ADMINISTRATOR = "postgres";

  private static final String NAME = "mockhu";

  private final DataDirectoryLock lock;
  private final RunningPostgres postgres;
  private final String password;

  private EmbeddedDatabase(DataDirectoryLock lock, RunningPostgres postgres, String password) {
    this.lock = lock;
    this.postgres = postgres;
    this.password = password;
  }

  /**
   * Starts PostgreSQL on {@code <dataDirectory>/postgres}, creating it the first time.
   *
   * @throws StartupException when it cannot, with what to do about it
   */
  public static EmbeddedDatabase start(Path dataDirectory) {
    return start(dataDirectory, dataDirectory.resolve("postgres-binaries"), Map.of());
  }

  /**
   * As {@link #start(Path)}, for tests.
   *
   * @param binaries where PostgreSQL's programs are unpacked; may be shared by many databases
   * @param overrides PostgreSQL settings that replace the durable ones
   */
  public static EmbeddedDatabase start(
      Path dataDirectory, Path binaries, Map<String, String> overrides) {
    RootCheck.requireStartable();
    try {
      Path home = PrivateFolder.create(dataDirectory);
      return startLocked(home, binaries.toAbsolutePath(), ServerSettings.with(overrides));
    } catch (AccessDeniedException e) {
      throw StartupFailures.inaccessible(dataDirectory, e);
    } catch (IOException | SQLException e) {
      throw StartupFailures.unstartable(dataDirectory, e);
    }
  }

  private static EmbeddedDatabase startLocked(
      Path home, Path binaries, Map<String, String> settings) throws IOException, SQLException {
    DataDirectoryLock lock = DataDirectoryLock.take(home);
    try {
      return start(lock, home, binaries, settings);
    } catch (Throwable e) {
      try (lock) {
        // A launcher that gives up may leave the program it has started.
        OrphanedServer.clear(home.resolve("postgres"));
      } catch (IOException | RuntimeException left) {
        e.addSuppressed(left);
      }
      throw e;
    }
  }

  private static EmbeddedDatabase start(
      DataDirectoryLock lock, Path home, Path binaries, Map<String, String> settings)
      throws IOException, SQLException {
    Path folder = home.resolve("postgres");
    OrphanedServer.clear(folder);
    MajorVersion.requireKnown(folder);
    String password = DatabasePassword.readOrCreate(home, PostgresLauncher.isCreated(folder));
    var launcher = new PostgresLauncher(folder, binaries, DatabasePassword.file(home), settings);
    var database = new EmbeddedDatabase(lock, RunningPostgres.start(launcher), password);
    database.createProductDatabase();
    return database;
  }

  private void createProductDatabase() throws IOException, SQLException {
    try {
      ProductDatabase.create(jdbcUrl(ADMINISTRATOR), NAME, password);
    } catch (Throwable e) {
      postgres.stop();
      throw e;
    }
  }

  /** The product's database as {@code postgresql://user:password@host:port/name}. */
  public String url() {
    return url(NAME);
  }

  /** As {@link #url()}, for another database of this server, still as the product's role. */
  public String url(String database) {
    return "postgresql://" + NAME + ":" + password + "@127.0.0.1:" + port() + "/" + database;
  }

  /** A database of this server for JDBC, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return postgres.port();
  }

  /** The role that owns the product's database and nothing else. */
  public String user() {
    return NAME;
  }

  /** The password of the product's role and of {@link #ADMINISTRATOR}. */
  public String password() {
    return password;
  }

  /** Stops PostgreSQL, rolling back what is not committed, and frees the data folder. */
  @Override
  public void close() {
    try (lock) {
      postgres.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
