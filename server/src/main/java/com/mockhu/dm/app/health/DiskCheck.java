package com.mockhu.dm.app.health;

import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.metric.Meters;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Watches the free space of the disks the server writes to, by name.
 *
 * @param low free bytes below which the check warns
 */
public record DiskCheck(Map<String, Path> folders, long low) {
  /** PostgreSQL adds to its files by less, and its log of changes by 16 MiB at a time. */
  private static final long FULL = 32 << 20;

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final String LABEL = "folder";

  private interface Figure {
    long of(FileStore store) throws IOException;
  }

  public Dependency dependency() {
    return new Dependency("disk", false, FRESH, () -> word(least(), low));
  }

  static String word(long free, long low) {
    if (free < FULL) {
      return "full";
    }
    return free < low ? "low" : Dependency.OK;
  }

  private long least() throws IOException {
    long least = Long.MAX_VALUE;
    for (Path folder : folders.values()) {
      least = Math.min(least, Files.getFileStore(folder).getUsableSpace());
    }
    return least;
  }

  public void addTo(Meters meters) {
    meters.gauges(
        "dm_disk_free_bytes",
        "Free bytes of the disk of a folder",
        values -> tell(FileStore::getUsableSpace, values),
        LABEL);
    meters.gauges(
        "dm_disk_size_bytes",
        "Bytes of the disk of a folder",
        values -> tell(FileStore::getTotalSpace, values),
        LABEL);
  }

  private void tell(Figure figure, GaugeWithCallback.Callback values) {
    folders.forEach((name, folder) -> values.call(value(figure, folder), name));
  }

  private static double value(Figure figure, Path folder) {
    try {
      return figure.of(Files.getFileStore(folder));
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
