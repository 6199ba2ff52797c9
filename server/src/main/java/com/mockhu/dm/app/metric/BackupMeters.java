package com.mockhu.dm.app.metric;

import com.mockhu.dm.platform.metric.Meters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** When the last backup was made, as its script notes by touching a file (docs/operations.md). */
public final class BackupMeters {
  private static final String NOTE = "backup-made";

  private BackupMeters() {}

  public static void addTo(Meters meters, Path dataFolder) {
    Path note = dataFolder.resolve(NOTE);
    meters.gauge(
        "dm_backup_timestamp_seconds",
        "When the last backup was made, in seconds since 1970; 0 for never",
        () -> seconds(note));
  }

  private static double seconds(Path note) {
    try {
      return Files.getLastModifiedTime(note).toMillis() / 1000.0;
    } catch (IOException e) {
      return 0;
    }
  }
}
