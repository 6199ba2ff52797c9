package com.mockhu.dm.chaos.world;

import com.mockhu.dm.chaos.client.rest.Pause;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL that writes to disk as the product's own does, and may be stopped at any moment. */
public final class Postgres implements AutoCloseable {
  /** The role the server works as; the cluster believes everybody on this machine. */
  public static final String ROLE = "mockhu";

  private static final Duration LONGEST_END = Duration.ofSeconds(20);
  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("max_connections", "60"),
          Map.entry("shared_buffers", "64MB"),
          // A full disk must be within reach.
          Map.entry("min_wal_size", "32MB"),
          Map.entry("max_wal_size", "64MB"),
          Map.entry("jit", "off"));

  private final Path folder;
  private EmbeddedPostgres running;
  private long pid;

  private Postgres(Path folder) throws IOException {
    this.folder = folder;
    launch(0);
  }

  static Postgres start(Path folder, Path binaries) throws IOException, SQLException {
    Files.createDirectories(binaries);
    System.setProperty("ot.epg.working-dir", binaries.toString());
    Postgres postgres = new Postgres(folder);
    postgres.createRole();
    return postgres;
  }

  private void launch(int port) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    SETTINGS.forEach(builder::setServerConfig);
    running =
        builder
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(LONGEST_START)
            .start();
    pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
  }

  private void createRole() throws SQLException {
    try (Connection administrator = administrator("postgres");
        Statement statement = administrator.createStatement()) {
      statement.execute("CREATE ROLE " + ROLE + " LOGIN PASSWORD 'chaos'");
      statement.execute("CREATE DATABASE " + ROLE + " OWNER " + ROLE);
    }
  }

  public int port() {
    return running.getPort();
  }

  /** A connection of the administrator's, past the line that nemeses disturb. */
  public Connection administrator() throws SQLException {
    return administrator(ROLE);
  }

  private Connection administrator(String database) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    return DriverManager.getConnection(url, "postgres", "postgres");
  }

  /** As {@code pg_ctl stop -m immediate}: nothing is finished or written back. */
  public void stopImmediately() throws IOException {
    Shell.signal("QUIT", pid);
    if (!Pause.until(LONGEST_END, () -> !isRunning())) {
      throw new IOException("PostgreSQL does not end");
    }
  }

  private boolean isRunning() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** On the same files and port; does nothing when it runs. */
  public void ensureRunning() throws IOException {
    if (!isRunning()) {
      int port = port();
      // The launcher of the dead one still holds a lock of its own on the folder.
      running.close();
      launch(port);
    }
  }

  @Override
  public void close() throws IOException {
    running.close();
    Pause.until(LONGEST_END, () -> !isRunning());
  }
}
