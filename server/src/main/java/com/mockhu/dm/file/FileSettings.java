package com.mockhu.dm.file;

import com.mockhu.dm.file.inspect.InspectionSettings;
import com.mockhu.dm.file.scan.ScanSettings;
import com.mockhu.dm.platform.settings.Environment;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of files (docs/settings.md).
 *
 * @param userQuota most bytes of one person's files
 * @param storeQuota most bytes of all files
 * @param scan empty when files are not scanned for viruses
 */
public record FileSettings(
    Path dataFolder,
    long userQuota,
    long storeQuota,
    StorageSettings storage,
    Optional<ScanSettings> scan,
    InspectionSettings inspection) {
  private static final long MEGABYTE = 1 << 20;
  private static final long MOST_MEGABYTES = 1L << 40;

  public static FileSettings from(Environment environment) {
    return new FileSettings(
        Path.of(environment.text("DM_DATA_DIR", "./data")),
        environment.number("DM_STORAGE_USER_MEGABYTES", 2_048, 1, MOST_MEGABYTES) * MEGABYTE,
        environment.number("DM_STORAGE_MEGABYTES", 51_200, 1, MOST_MEGABYTES) * MEGABYTE,
        StorageSettings.from(environment),
        ScanSettings.from(environment),
        InspectionSettings.from(environment));
  }
}
