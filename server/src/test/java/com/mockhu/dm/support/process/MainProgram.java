package com.mockhu.dm.support.process;

import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The server's program, run to its end.
 *
 * @param status of its exit; -1 when it did not end by itself
 * @param said all it wrote
 */
public record MainProgram(int status, String said) {

  public static MainProgram run(Map<String, String> settings, String... arguments) {
    try {
      Process process = start(settings, arguments);
      Thread.ofVirtual().start(() -> end(process));
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      return new MainProgram(status == 137 ? -1 : status, said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Started, with its words to be read; no settings but these. */
  public static Process start(Map<String, String> settings, String... arguments)
      throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                JavaProgram.classPath(),
                "com.mockhu.dm.app.Main"));
    words.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(JavaProgram.command(words.toArray(String[]::new)))
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DM_"));
    builder.environment().putAll(settings);
    return builder.start();
  }

  /** A program that hangs must fail its test, not hold it. */
  private static void end(Process process) {
    try {
      if (!process.waitFor(Patience.STARTUP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Its output, without the JVM's own warnings. */
  public List<String> lines() {
    return said.lines().filter(line -> !line.isBlank() && !line.startsWith("WARNING:")).toList();
  }
}
