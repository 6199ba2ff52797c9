package com.mockhu.dm.support.process;

import com.mockhu.dm.support.http.Http;
import com.mockhu.dm.support.time.Patience;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A real S3 protocol server, in a process of its own, one for all tests. */
public final class ObjectStore {
  private static final ObjectStore RUNNING = start();

  private final Process process;
  private final Path log;
  private final int port;

  private ObjectStore(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** The settings of a server that keeps its files in a new bucket. */
  public static Map<String, String> settings() {
    return Map.of(
        "DM_STORAGE", "s3",
        "DM_S3_ENDPOINT", "http://127.0.0.1:" + RUNNING.port,
        "DM_S3_BUCKET", newBucket(),
        "DM_S3_ACCESS_KEY", "an-access-key",
        "DM_S3_SECRET_KEY", "a-secret-that-must-not-print");
  }

  /** The name of a bucket that was just made. */
  public static String newBucket() {
    String name = "bucket-" + UUID.randomUUID();
    if (RUNNING.put("/" + name) != 200) {
      throw new AssertionError("No bucket could be made; see " + RUNNING.log);
    }
    return name;
  }

  private static ObjectStore start() {
    try {
      Path folder = Files.createTempDirectory("object-store");
      int port = SilentPort.closed();
      Path log = folder.resolve("out.log");
      Process process =
          new ProcessBuilder(command(folder, port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
      ObjectStore store = new ObjectStore(process, log, port);
      Patience.until("the object store answers", Patience.STARTUP, store::isAnswering);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path folder, int port) {
    return JavaProgram.command(
        "-Xmx256m",
        "-jar",
        program(),
        "--spring.main.lazy-initialization=true",
        "--server.port=0",
        "--com.adobe.testing.s3mock.httpPort=" + port,
        "--com.adobe.testing.s3mock.store.root=" + folder);
  }

  private static String program() {
    return Arrays.stream(JavaProgram.classPath().split(File.pathSeparator))
        .filter(entry -> entry.matches(".*s3mock-.*-exec\\.jar"))
        .findFirst()
        .orElseThrow();
  }

  private static void end(Process process, Path folder) {
    process.destroyForcibly();
    process.onExit().join();
    Folders.delete(folder);
  }

  private boolean isAnswering() {
    if (!process.isAlive()) {
      throw new AssertionError("The object store ended; see " + log);
    }
    try {
      return ask("GET", "/") == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private int put(String path) {
    return ask("PUT", path);
  }

  private int ask(String method, String path) {
    return new Http(port).download(method, path, Map.of()).statusCode();
  }
}
