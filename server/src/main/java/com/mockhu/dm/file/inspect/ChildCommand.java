package com.mockhu.dm.file.inspect;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The command that starts an inspection process: the server's own Java and classes, with limits.
 */
final class ChildCommand {
  /** Variables for the encoding of file names; the others, above all secrets, are not passed on. */
  private static final List<String> KEPT = List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE");

  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * The limit is on private writable memory in use, as Linux counts it; systems without such a
   * limit ignore it. The lower priority keeps processor time for messages.
   */
  private static final String BOUNDS =
      """
      ulimit -d "$1" 2>/dev/null
      shift
      command -v nice >/dev/null && exec nice -n 5 "$@"
      exec "$@"
      """;

  private ChildCommand() {}

  static ProcessBuilder of(InspectionSettings settings, Path workspace) {
    List<String> command = new ArrayList<>();
    if (SHELL.toFile().canExecute()) {
      long kilobytes = settings.megabytes() * 1024L;
      command.addAll(List.of(SHELL.toString(), "-c", BOUNDS, "sh", Long.toString(kilobytes)));
    }
    command.addAll(java(settings, workspace));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workspace.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static List<String> java(InspectionSettings settings, Path workspace) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms16m",
        "-Xmx" + settings.heapMegabytes() + "m",
        "-XX:MaxMetaspaceSize=96m",
        "-XX:CompressedClassSpaceSize=32m",
        "-XX:ReservedCodeCacheSize=48m",
        "-XX:MaxDirectMemorySize=32m",
        "-XX:+UseSerialGC",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=30",
        // Nothing is written to /tmp, and a crash leaves no core dump.
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + workspace.resolve("crash.log"),
        "-XX:+DisableAttachMechanism",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + workspace,
        "-Duser.language=en",
        // Log messages of libraries may quote a file; the process also starts sooner without them.
        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
        "-cp",
        classPath(),
        InspectionProcess.class.getName(),
        workspace.toString());
  }

  /** Absolute, since the process has another working directory. */
  private static String classPath() {
    List<String> absolute = new ArrayList<>();
    var all = new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (all.hasMoreTokens()) {
      absolute.add(Path.of(all.nextToken()).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, absolute);
  }
}
