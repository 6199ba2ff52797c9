package com.mockhu.dm.chaos.world;

import com.mockhu.dm.chaos.client.rest.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own, which may be killed and started again on the same port. */
public final class ServerProcess implements AutoCloseable {
  // The first start may have to build it.
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final int STARTS = 4;
  private static final long LONGEST_STOP_SECONDS = 40;

  private final List<String> command;
  private final Map<String, String> settings;
  private final Path log;
  private Process process;
  private Map<String, String> environment = Map.of();

  ServerProcess(List<String> command, Map<String, String> settings, Path log) {
    this.command = command;
    this.settings = settings;
    this.log = log;
  }

  /** Starts it, and waits for nothing. */
  public void launch() throws IOException {
    launch(Map.of());
  }

  /** As {@link #launch()}, with more in its environment. */
  public void launch(Map<String, String> more) throws IOException {
    environment = more;
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("DM_"));
    builder.environment().putAll(settings);
    builder.environment().putAll(more);
    process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /**
   * Until {@code /health} says so, asked directly. A start that gives up for want of a database is
   * repeated, as whatever supervises a server does.
   */
  public void awaitHealthy() throws IOException {
    URI health = URI.create("http://127.0.0.1:" + settings.get("DM_PORT") + "/health");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(8)).build();
      for (int start = 1; !isServing(http, request); start++) {
        if (start == STARTS) {
          throw new IOException("The server does not come up; see " + log);
        }
        launch(environment);
      }
    }
  }

  /** False when it ended instead. */
  private boolean isServing(HttpClient http, HttpRequest request) {
    return Pause.until(LONGEST_START, () -> !process.isAlive() || isHealthy(http, request))
        && process.isAlive();
  }

  private static boolean isHealthy(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      Pause.millis(100);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** As {@code kill -9}. */
  public void kill() throws IOException {
    process.destroyForcibly();
    hasEnded();
  }

  /** As {@code kill}, waiting for the end; killed when it takes too long. */
  public void stop() throws IOException {
    process.destroy();
    if (!hasEnded()) {
      kill();
    }
  }

  private boolean hasEnded() throws IOException {
    try {
      return process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (process != null) {
      stop();
    }
  }
}
