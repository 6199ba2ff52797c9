package com.mockhu.dm.platform.postgres;

import java.util.HashMap;
import java.util.Map;

/** How the embedded PostgreSQL is tuned: durable first, then for many small transactions. */
final class ServerSettings {
  // The launcher switches fsync off and asynchronous commits on unless told otherwise.
  private static final Map<String, String> DURABILITY =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final Map<String, String> ACCESS =
      Map.of(
          "listen_addresses", "127.0.0.1",
          // TCP with a password is the only way in: a socket file would need a private folder.
          "unix_socket_directories", "",
          "password_encryption", "scram-sha-256",
          "max_connections", "100");

  private static final Map<String, String> LOAD =
      Map.ofEntries(
          Map.entry("shared_buffers", "256MB"),
          Map.entry("wal_buffers", "16MB"),
          Map.entry("wal_compression", "on"),
          // Fewer checkpoints mean fewer full pages in the log, for a longer recovery.
          Map.entry("max_wal_size", "2GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("random_page_cost", "1.1"),
          // Both pay off for long queries only, and take the cores from the short ones.
          Map.entry("jit", "off"),
          Map.entry("max_parallel_workers_per_gather", "0"));

  private static final Map<String, String> LOGGING =
      Map.of(
          // The log must not end with the pipe to the Java process, and must not grow for ever.
          "logging_collector", "on",
          "log_directory", "log",
          "log_filename", "postgresql-%a.log",
          "log_truncate_on_rotation", "on",
          "log_rotation_age", "1d",
          "log_rotation_size", "0");

  private ServerSettings() {}

  /** All settings; {@code overrides} win. */
  static Map<String, String> with(Map<String, String> overrides) {
    Map<String, String> settings = new HashMap<>(DURABILITY);
    settings.putAll(ACCESS);
    settings.putAll(LOAD);
    settings.putAll(LOGGING);
    settings.putAll(overrides);
    return settings;
  }
}
