package com.mockhu.dm.file.inspect;

import com.mockhu.dm.platform.settings.Environment;
import java.time.Duration;

/**
 * Limits of file checks (docs/settings.md).
 *
 * @param processes how many files are checked at the same time
 * @param megabytes most memory of one process, heap and native memory together
 * @param longest processor time for one file, and a third of the time that may pass; then its
 *     process is killed
 */
public record InspectionSettings(int processes, int megabytes, Duration longest) {
  public static InspectionSettings from(Environment environment) {
    return new InspectionSettings(
        (int) environment.number("DM_FILES_PROCESSES", 2, 1, 64),
        (int) environment.number("DM_FILES_MEMORY_MEGABYTES", 1_024, 384, 65_536),
        Duration.ofSeconds(environment.number("DM_FILES_SECONDS", 20, 1, 600)));
  }

  /** The other half is for libjpeg, which needs up to 400 MB for the largest progressive JPEG. */
  int heapMegabytes() {
    return megabytes / 2;
  }
}
