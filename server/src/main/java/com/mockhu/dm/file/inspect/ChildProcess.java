package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.storage.TemporaryFolders;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The server's side of an inspection process. Serves one caller at a time. */
final class ChildProcess {
  /** Long, since the machine may be busy. */
  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final int PATIENCE = 3;
  private static final Duration LEAST_PASSED = Duration.ofMinutes(1);

  private final Path workspace;
  private final Process process;
  private final DataOutputStream jobs;
  private final DataInputStream outcomes;
  private volatile boolean isLate;
  private int served;
  private long idleSince = System.nanoTime();

  private ChildProcess(Path workspace, Process process) {
    this.workspace = workspace;
    this.process = process;
    this.jobs = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.outcomes = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Blocks until the process is ready.
   *
   * @throws IOException when it does not start
   */
  static ChildProcess start(InspectionSettings settings) throws IOException {
    Path workspace = Files.createTempDirectory("mockhu-inspection");
    try {
      ChildProcess child =
          new ChildProcess(workspace, ChildCommand.of(settings, workspace).start());
      child.awaitReady();
      return child;
    } catch (IOException e) {
      TemporaryFolders.delete(workspace);
      throw e;
    }
  }

  private void awaitReady() throws IOException {
    Thread watch = killAfter(LONGEST_START);
    try {
      if (outcomes.readUnsignedByte() != InspectionProcess.READY) {
        throw new IOException("The inspection process sent an unknown greeting");
      }
    } catch (IOException e) {
      end();
      throw new IOException("An inspection process ended with " + process.exitValue(), e);
    } finally {
      watch.interrupt();
    }
  }

  /**
   * Blocks until the file is checked, or until the time is over and the process has ended.
   *
   * @throws IOException when the process has ended without an outcome
   */
  Outcome run(InspectionJob job, Duration longest) throws IOException {
    Thread watch = killAfter(longest);
    try {
      job.write(jobs);
      served++;
      return Outcome.read(outcomes);
    } catch (IllegalArgumentException e) {
      throw new IOException("The inspection process sent an invalid outcome", e);
    } finally {
      watch.interrupt();
      idleSince = System.nanoTime();
    }
  }

  /** Kills the process after this much processor time, or when it hangs without using any. */
  private Thread killAfter(Duration longest) {
    Duration worked = worked();
    long begun = System.nanoTime();
    return Thread.startVirtualThread(
        () -> {
          try {
            do {
              Thread.sleep(longest.compareTo(BETWEEN_LOOKS) < 0 ? longest : BETWEEN_LOOKS);
              isLate =
                  worked().minus(worked).compareTo(longest) >= 0
                      || System.nanoTime() - begun >= mostPassed(longest);
            } while (!isLate);
            process.destroyForcibly();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static long mostPassed(Duration longest) {
    return Math.max(LEAST_PASSED.toNanos(), longest.multipliedBy(PATIENCE).toNanos());
  }

  /** Processor time, so that a busy machine does not fail a file. */
  private Duration worked() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Whether the process was killed because it took too long. */
  boolean isLate() {
    return isLate;
  }

  boolean isUsable() {
    return !isLate && process.isAlive();
  }

  int served() {
    return served;
  }

  long idleSince() {
    return idleSince;
  }

  /** Kills the process and returns when it has ended and its memory is free. */
  void end() {
    process.destroyForcibly();
    boolean isInterrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    try {
      TemporaryFolders.delete(workspace);
    } catch (IOException e) {
      // The system empties its folder for temporary files.
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
