package com.mockhu.dm.bench.scenario.start;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.wire.WireException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server process that lives only until it has answered. */
final class StartedServer {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
  private static final int ANSWER_MILLIS = 10_000;
  private static final String QUESTION = "GET /health HTTP/1.0\r\nHost: bench\r\n\r\n";

  private StartedServer() {}

  /** Starts, waits for the first 200, and stops; seconds from the command to that answer. */
  static double secondsUntilReady(Path command, String database) {
    try {
      Path folder = Files.createTempDirectory("bench-start");
      try {
        return measure(command, database, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The server can't be started", e);
    }
  }

  private static double measure(Path command, String database, Path folder) throws IOException {
    int port = freePort();
    Path log = folder.resolve("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(command.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "DM_DATABASE_URL",
                database,
                "DM_DATA_DIR",
                folder.resolve("data").toString(),
                "DM_HOST",
                "127.0.0.1",
                "DM_PORT",
                Integer.toString(port),
                "DM_IDENTITY",
                "builtin",
                "DM_JWT_ISSUER",
                "mockhu"));
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      awaitReady(process, port, log);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      stop(process);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process process, int port, Path log) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(port)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        List<String> said = Files.readAllLines(log);
        throw new WireException("The server did not start: " + String.join("\n", said));
      }
      Pause.of(BETWEEN_LOOKS);
    }
  }

  private static boolean isReady(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), ANSWER_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      socket.getOutputStream().write(QUESTION.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
      return answer.startsWith("HTTP/1.") && answer.startsWith(" 200", "HTTP/1.x".length());
    } catch (IOException _) {
      return false;
    }
  }

  /** Stops with SIGTERM, so that the next start has no recovery to do. */
  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
