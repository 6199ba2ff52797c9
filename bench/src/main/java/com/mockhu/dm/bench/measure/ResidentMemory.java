package com.mockhu.dm.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Resident memory of a process (Linux, {@code VmRSS}). */
public final class ResidentMemory {
  private ResidentMemory() {}

  /** In KiB; NaN when the process isn't known or has gone. */
  public static double kibibytes(OptionalLong pid) {
    return pid.isPresent() ? kibibytes(pid.getAsLong()) : Double.NaN;
  }

  private static double kibibytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException _) {
      return Double.NaN;
    }
  }
}
