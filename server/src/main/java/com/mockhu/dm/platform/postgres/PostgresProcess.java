package com.mockhu.dm.platform.postgres;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The PostgreSQL server process that runs on a database folder, as that folder names it. */
record PostgresProcess(ProcessHandle handle, Path folder) {
  private static final long FAST_SECONDS = 60;
  private static final long IMMEDIATE_SECONDS = 20;
  private static final Duration POLL = Duration.ofMillis(10);

  /** Whose process the number in the folder's pid file is. */
  enum Owner {
    /** A PostgreSQL that runs on this very folder. */
    OURS,
    /** Something else that got the number after our server had died. */
    STRANGER,
    /** Another user's process, or one whose folder the system does not reveal. */
    UNKNOWN
  }

  /** The living process named in {@code postmaster.pid}, which may be another program. */
  static Optional<PostgresProcess> namedIn(Path folder) throws IOException {
    Path pidFile = pidFile(folder);
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    Optional<String> firstLine = Files.readAllLines(pidFile).stream().findFirst();
    return firstLine
        .map(String::strip)
        .filter(line -> line.matches("-?\\d{1,18}"))
        .flatMap(line -> ProcessHandle.of(Math.abs(Long.parseLong(line))))
        .map(handle -> new PostgresProcess(handle, folder));
  }

  static Path pidFile(Path folder) {
    return folder.resolve("postmaster.pid");
  }

  Owner owner() throws IOException {
    Optional<String> command = handle.info().command();
    if (command.isEmpty()) {
      return Owner.UNKNOWN;
    }
    if (!Path.of(command.get()).getFileName().toString().startsWith("postgres")) {
      return Owner.STRANGER;
    }
    return runsOn(folder);
  }

  private Owner runsOn(Path expected) throws IOException {
    // PostgreSQL works inside its data folder, which still holds when the folder was renamed.
    Path workingFolder = Path.of("/proc", Long.toString(handle.pid()), "cwd");
    if (Files.isDirectory(workingFolder)) {
      return Files.isSameFile(workingFolder, expected) ? Owner.OURS : Owner.STRANGER;
    }
    String[] arguments = handle.info().arguments().orElse(new String[0]);
    return Arrays.asList(arguments).contains(expected.toString()) ? Owner.OURS : Owner.UNKNOWN;
  }

  /**
   * Stops the server and waits until it is gone: clients are cut off, their transactions rolled
   * back, and what was committed is on disk.
   *
   * @throws StartupException when it does not go
   */
  void stop() {
    signal("-INT");
    if (!awaitExit(FAST_SECONDS)) {
      signal("-QUIT");
      requireGone(awaitExit(IMMEDIATE_SECONDS));
    }
  }

  private void requireGone(boolean gone) {
    if (!gone) {
      throw new StartupException(
          "An older PostgreSQL, process "
              + handle.pid()
              + ", still runs on "
              + folder
              + " and does not stop: end it and start again.");
    }
  }

  /**
   * Returns whether the server let go of its folder within the time. Its process may be in the
   * system's list a little longer, until somebody has taken note of its end.
   */
  boolean awaitExit(long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (isRunning() && System.nanoTime() < end) {
      LockSupport.parkNanos(POLL.toNanos());
    }
    return !isRunning();
  }

  // PostgreSQL removes its pid file last of all. A killed one cannot, but is not alive then.
  private boolean isRunning() {
    return Files.exists(pidFile(folder)) && handle.isAlive();
  }

  private void signal(String name) {
    // ProcessHandle.destroy sends TERM, on which PostgreSQL would wait for its clients to leave.
    try {
      new ProcessBuilder("kill", name, Long.toString(handle.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
