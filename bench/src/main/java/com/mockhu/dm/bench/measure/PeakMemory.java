package com.mockhu.dm.bench.measure;

import java.util.OptionalLong;

/**
 * The largest resident memory of a process while something goes on, looked at 50 times a second.
 */
public final class PeakMemory implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;

  private final OptionalLong pid;
  private final Thread looking = Thread.ofPlatform().daemon().unstarted(this::look);
  private volatile boolean isOver;
  private double most;

  private PeakMemory(OptionalLong pid) {
    this.pid = pid;
  }

  public static PeakMemory of(OptionalLong pid) {
    PeakMemory peak = new PeakMemory(pid);
    peak.looking.start();
    return peak;
  }

  private void look() {
    try {
      while (!isOver) {
        most = Math.max(most, ResidentMemory.kibibytes(pid));
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the looking; in KiB, NaN for a process that isn't known. */
  public double kibibytes() {
    close();
    return Double.isNaN(ResidentMemory.kibibytes(pid)) ? Double.NaN : most;
  }

  @Override
  public void close() {
    isOver = true;
    try {
      looking.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
