package com.mockhu.dm.support.process;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The server as its users start it: a process of its own, with a database of its own. */
public final class ServerProcess {

  private final Process process;
  private final Campus campus;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.campus = Campus.at(port, this::kill);
  }

  /** Starts on a data folder that may hold what an earlier one left, and waits until it serves. */
  public static ServerProcess start(Path data) {
    return start(data, Map.of());
  }

  /** As {@link #start(Path)}, with further settings. */
  public static ServerProcess start(Path data, Map<String, String> more) {
    return start(data, more, List.of());
  }

  /** As {@link #start(Path)}, where the process may open so many files. */
  public static ServerProcess withFiles(Path data, int files) {
    String limited = "ulimit -n " + files + "; exec \"$@\"";
    return start(data, Map.of(), List.of("sh", "-c", limited, "sh"));
  }

  private static ServerProcess start(Path data, Map<String, String> more, List<String> wrapper) {
    try {
      int port = freePort();
      Process process = launch(data, port, more, wrapper);
      ServerProcess started = new ServerProcess(process, port);
      Patience.until("the server serves", Patience.STARTUP, () -> started.serves(data));
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(Path data, int port, Map<String, String> more, List<String> wrapper)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.addAll(
        JavaProgram.command(
            // Its users' own, and not the one of the tests.
            "-Dlogback.configurationFile=logback.xml",
            "-cp",
            JavaProgram.classPath(),
            "com.mockhu.dm.app.Main"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DM_"));
    builder.environment().putAll(settings(data, port));
    builder.environment().putAll(more);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("out.log").toFile()))
        .start();
  }

  private static Map<String, String> settings(Path data, int port) {
    return Map.of(
        "DM_PORT",
        Integer.toString(port),
        "DM_DATA_DIR",
        data.resolve("data").toString(),
        "DM_LIMITS",
        "off",
        "DM_JWT_SECRET",
        Campus.SECRET);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean serves(Path data) {
    if (!process.isAlive()) {
      throw new AssertionError("The server ended; see " + data.resolve("out.log"));
    }
    try {
      return campus.http().get("/health", null).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  public Campus campus() {
    return campus;
  }

  /** As {@code kill -9}: it gets no chance to tidy up. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As {@code kill}: it stops in order, with its database. */
  public void stop() {
    try {
      process.destroy();
      process.waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As {@link #stop}, once {@code busy} has counted down; false when it takes longer. */
  public boolean stopsWithin(long seconds, CountDownLatch busy) {
    try {
      busy.await();
      process.destroy();
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
