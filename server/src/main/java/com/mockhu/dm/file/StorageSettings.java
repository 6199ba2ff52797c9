package com.mockhu.dm.file;

import com.mockhu.dm.file.storage.S3Settings;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the storages (docs/settings.md).
 *
 * @param s3 empty for the data folder
 * @param cold empty when old files are not moved
 */
public record StorageSettings(Optional<S3Settings> s3, Optional<Cold> cold) {
  private static final List<String> COLD_IN_S3 =
      List.of("DM_STORAGE_COLD_BUCKET", "DM_STORAGE_COLD_CLASS");

  /** Classes whose files can be read at once, unlike those of deep archives. */
  private static final List<String> CLASSES =
      List.of(
          "STANDARD",
          "STANDARD_IA",
          "ONEZONE_IA",
          "INTELLIGENT_TIERING",
          "GLACIER_IR",
          "REDUCED_REDUNDANCY");

  private enum Kind {
    LOCAL,
    S3
  }

  /**
   * The storage for files that are older than {@code age}.
   *
   * @param folder on a disk of this machine; null when old files stay in the object store
   * @param bucket null for the bucket of the other files
   * @param storageClass null for the bucket's default
   */
  public record Cold(Duration age, String folder, String bucket, String storageClass) {}

  /** The folder of old files on a disk of this machine. */
  public Optional<Path> coldFolder() {
    return cold.map(Cold::folder).map(Path::of);
  }

  static StorageSettings from(Environment environment) {
    boolean isS3 = environment.choice("DM_STORAGE", Kind.LOCAL) == Kind.S3;
    return new StorageSettings(S3Settings.from(environment, isS3), cold(environment, isS3));
  }

  private static Optional<Cold> cold(Environment environment, boolean isS3) {
    long days = environment.number("DM_STORAGE_COLD_DAYS", 0, 0, 36_500);
    Cold cold =
        new Cold(
            Duration.ofDays(days),
            environment.text("DM_STORAGE_COLD_DIR").orElse(null),
            environment.text("DM_STORAGE_COLD_BUCKET").orElse(null),
            environment.text("DM_STORAGE_COLD_CLASS").orElse(null));
    boolean hasPlace = cold.folder != null || cold.bucket != null || cold.storageClass != null;
    check(cold, isS3);
    if (days > 0 && !hasPlace) {
      throw new StartupException("DM_STORAGE_COLD_DAYS is set, so " + wanted(isS3));
    }
    return hasPlace ? Optional.of(cold) : Optional.empty();
  }

  private static void check(Cold cold, boolean isS3) {
    if (isS3 && cold.folder != null) {
      throw new StartupException(
          "DM_STORAGE_COLD_DIR is set, but DM_STORAGE is s3: " + wanted(true));
    }
    if (!isS3 && (cold.bucket != null || cold.storageClass != null)) {
      throw new StartupException(
          String.join(" or ", COLD_IN_S3) + " is set, but DM_STORAGE is local: " + wanted(false));
    }
    if (cold.storageClass != null && !CLASSES.contains(cold.storageClass)) {
      throw new StartupException(
          ("DM_STORAGE_COLD_CLASS is \"" + cold.storageClass + "\" but must be one of ")
              + String.join(", ", CLASSES)
              + ", whose files can be read at once.");
    }
  }

  private static String wanted(boolean isS3) {
    return isS3
        ? String.join(" or ", COLD_IN_S3) + " must say where old files go."
        : "DM_STORAGE_COLD_DIR must say where old files go.";
  }
}
