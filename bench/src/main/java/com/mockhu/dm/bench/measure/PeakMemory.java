package com.mockhu.dm.bench.measure;

import java.util.OptionalLong;
import java.util.function.DoubleSupplier;

/** The peak resident memory of a process, sampled 50 times per second. */
public final class PeakMemory implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;

  private final DoubleSupplier reading;
  private final Thread looking = Thread.ofPlatform().daemon().unstarted(this::look);
  private volatile boolean isOver;
  private double most;

  private PeakMemory(DoubleSupplier reading) {
    this.reading = reading;
  }

  public static PeakMemory of(OptionalLong pid) {
    return of(() -> ResidentMemory.kibibytes(pid));
  }

  /** Of several processes, as {@link ProcessFamily#kibibytes} reads them. */
  public static PeakMemory of(DoubleSupplier reading) {
    PeakMemory peak = new PeakMemory(reading);
    peak.looking.start();
    return peak;
  }

  private void look() {
    try {
      while (!isOver) {
        most = Math.max(most, reading.getAsDouble());
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops sampling; in KiB, NaN for an unknown process. */
  public double kibibytes() {
    close();
    return Double.isNaN(reading.getAsDouble()) ? Double.NaN : most;
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
