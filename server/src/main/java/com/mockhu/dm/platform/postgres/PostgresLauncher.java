package com.mockhu.dm.platform.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Unpacks and starts PostgreSQL in a folder, and creates its files the first time.
 *
 * @param folder PostgreSQL's own files
 * @param binaries where the programs are unpacked to
 * @param passwordFile a file with the administrator's password
 * @param settings PostgreSQL's own, by name
 */
record PostgresLauncher(
    Path folder, Path binaries, Path passwordFile, Map<String, String> settings) {
  /** Lets the system choose a port. */
  static final int ANY_PORT = 0;

  private static final String CREATED = "mockhu-created";
  private static final Duration STARTUP = Duration.ofSeconds(30);
  // After a crash everything since the last checkpoint but one is replayed first.
  private static final Duration RECOVERY = Duration.ofMinutes(5);

  static boolean isCreated(Path folder) {
    return Files.exists(folder.resolve(CREATED));
  }

  EmbeddedPostgres start(int port) throws IOException {
    discardUnfinished();
    // The launcher unpacks to a shared temporary folder by default, where others could plant a
    // program of the same name and the system's cleaning could take ours away.
    System.setProperty("ot.epg.working-dir", PrivateFolder.create(binaries).toString());
    UnpackedPrograms.discardPartial(binaries);
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    settings.forEach(builder::setServerConfig);
    creation().forEach(builder::setLocaleConfig);
    return builder
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setConnectConfig("password", Files.readString(passwordFile).strip())
        .setDataDirectoryCustomizer(PostgresLauncher::markCreated)
        .setPGStartupWait(wasShutDown() ? STARTUP : RECOVERY)
        .start();
  }

  // PostgreSQL has never run on files whose creation was interrupted, so they hold nothing.
  private void discardUnfinished() throws IOException {
    if (Files.exists(folder) && !isCreated(folder)) {
      PrivateFolder.delete(folder);
    }
    PrivateFolder.create(folder);
  }

  /**
   * Options of initdb, which the launcher accepts as locale settings and appends to its own; later
   * ones win. So the database never runs with trust authentication.
   */
  private Map<String, String> creation() {
    return Map.of(
        "auth", "scram-sha-256",
        "pwfile", passwordFile.toString(),
        "locale", isLinux() ? "C.UTF-8" : "en_US.UTF-8",
        // The same order of text on each machine, independent of its C library.
        "locale-provider", "builtin",
        "builtin-locale", "C.UTF-8");
  }

  private boolean wasShutDown() {
    return !Files.exists(PostgresProcess.pidFile(folder));
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").startsWith("Linux");
  }

  private static void markCreated(File folder) {
    try {
      Path marker = folder.toPath().resolve(CREATED);
      if (!Files.exists(marker)) {
        Files.createFile(marker);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
