package com.mockhu.dm.support.process;

import java.util.ArrayList;
import java.util.List;

/** A Java program beside the tests, in a process of its own. */
public final class JavaProgram {
  private JavaProgram() {}

  /** The command that runs it; {@code arguments} begin with options of the JVM, if any. */
  public static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                // It lives for seconds: starting quickly counts, being fast later does not.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // The run's folder, so that a killed program leaves no files behind.
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Of the tests, and so of the server. */
  public static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
