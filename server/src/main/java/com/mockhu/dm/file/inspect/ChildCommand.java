package com.mockhu.dm.file.inspect;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** How an inspection process is started: the server's own Java and classes, within bounds. */
final class ChildCommand {
  /** What the names of files are written in; all else, secrets above all, stays with the server. */
  private static final List<String> KEPT = List.of("PATH", "LANG", "LC_ALL", "LC_CTYPE");

  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * Linux holds a process to its writable private memory, of which it counts what is in use and not
   * what is reserved. A system without such a limit ignores it. Messages go before files.
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
        // Nothing of it is written to /tmp, and a crash leaves no picture of the memory behind.
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + workspace.resolve("crash.log"),
        "-XX:+DisableAttachMechanism",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + workspace,
        "-Duser.language=en",
        // What libraries say of foreign files may quote them; it also starts sooner.
        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
        "-cp",
        classPath(),
        InspectionProcess.class.getName(),
        workspace.toString());
  }

  /** Absolute, since the process runs in a folder of its own. */
  private static String classPath() {
    List<String> absolute = new ArrayList<>();
    var all = new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
    while (all.hasMoreTokens()) {
      absolute.add(Path.of(all.nextToken()).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, absolute);
  }
}
