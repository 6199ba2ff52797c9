package com.mockhu.dm.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The live heap of a Java process, read with {@code jcmd}.
 *
 * <p>Resident memory does not distinguish a socket from the garbage of its handshake.
 */
public final class JavaHeap {
  private static final Pattern USED = Pattern.compile("used (\\d+)([KM])");
  private static final int KIBIBYTES_OF_A_MEBIBYTE = 1024;

  private JavaHeap() {}

  /**
   * Runs a garbage collection in the process and returns the live heap in KiB, or NaN when unknown.
   */
  public static double collect(OptionalLong pid) {
    if (pid.isEmpty()) {
      return Double.NaN;
    }
    jcmd(pid.getAsLong(), "GC.run");
    return used(jcmd(pid.getAsLong(), "GC.heap_info"));
  }

  /** Adds up the generations, however many the collector has. */
  static double used(String heapInfo) {
    return USED.matcher(heapInfo)
        .results()
        .mapToDouble(
            found ->
                Double.parseDouble(found.group(1))
                    * (found.group(2).equals("M") ? KIBIBYTES_OF_A_MEBIBYTE : 1))
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** Empty when the process is not Java or belongs to another user. */
  private static String jcmd(long pid, String command) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process process =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException _) {
      return "";
    }
  }
}
