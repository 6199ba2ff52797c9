package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.image.StoredImage;
import com.mockhu.dm.file.type.FileReason;
import com.mockhu.dm.file.type.Kind;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import com.mockhu.dm.platform.metric.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks files, a few at a time, in processes that can be killed, so that a file that takes too
 * long or too much memory fails only its own upload.
 */
public final class Inspection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);
  private static final long RETRY_SECONDS = 10;

  private final InspectionSettings settings;
  private final InspectionQueue queue;
  private final ProcessPool pool;
  private final AtomicBoolean isWarned = new AtomicBoolean();
  private final Tally<InspectionFailure> failures =
      new Tally<>(
          Metric.counter(
              "dm_inspections_given_up", "Files that were not looked into to the end", "reason"),
          InspectionFailure.class,
          InspectionFailure::label);

  /** Starts nothing until the first file comes. */
  public Inspection(InspectionSettings settings) {
    this.settings = settings;
    this.queue = new InspectionQueue(settings.processes());
    this.pool = new ProcessPool(settings);
  }

  /**
   * Blocking. Checks the file, and prepares it if it is an image.
   *
   * @return empty for a file that is stored unchanged
   * @throws ApiException the refusal; {@code unavailable} when too many files wait
   */
  public Optional<StoredImage> inspect(UUID person, Kind kind, Path file) {
    return result(person, new InspectionJob(kind, file, false));
  }

  /**
   * Blocking. Makes the picture of a person.
   *
   * @throws ApiException as {@link #inspect}
   */
  public Path portrait(UUID person, Kind kind, Path file) {
    return result(person, new InspectionJob(kind, file, true)).map(StoredImage::file).orElseThrow();
  }

  private Optional<StoredImage> result(UUID person, InspectionJob job) {
    return switch (run(person, job)) {
      case Outcome.Made(int width, int height) ->
          Optional.of(StoredImage.beside(job.file(), width, height));
      case Outcome.Fine() -> Optional.empty();
      case Outcome.Refused(ApiException why) -> throw why;
      case Outcome.OutOfMemory() -> throw InspectionFailure.MEMORY.refusal();
      case Outcome.Failed(String error) -> throw new IllegalStateException(error);
    };
  }

  private Outcome run(UUID person, InspectionJob job) {
    FairSlots.Turn turn = queue.enter(person);
    try {
      return run(person, job, child());
    } finally {
      queue.leave(turn);
    }
  }

  private ChildProcess child() {
    try {
      return pool.take();
    } catch (IOException e) {
      refuseStopping();
      LOG.error("No inspection process could be started: {}", e.getMessage());
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE, "Files cannot be checked now; try again soon.", RETRY_SECONDS);
    }
  }

  private Outcome run(UUID person, InspectionJob job, ChildProcess child) {
    try {
      Outcome outcome = child.run(job, settings.longest());
      if (outcome instanceof Outcome.OutOfMemory) {
        // The lack of memory may have broken other parts of the process.
        pool.discard(child);
        recordFailure(InspectionFailure.MEMORY, person, job);
      } else {
        pool.giveBack(child);
        warnOfMissing(outcome);
      }
      return outcome;
    } catch (IOException e) {
      pool.discard(child);
      refuseStopping();
      InspectionFailure reason = child.isLate() ? InspectionFailure.TIME : InspectionFailure.CRASH;
      recordFailure(reason, person, job);
      return new Outcome.Refused(reason.refusal());
    }
  }

  /** When the server stops, all processes are killed, and the file is not refused. */
  private void refuseStopping() {
    if (pool.isClosed()) {
      throw ApiException.retryLater(ErrorCode.UNAVAILABLE, "The server is stopping.", 1);
    }
  }

  /** Logged here, since the processes have no log; the operator can mend this. */
  private void warnOfMissing(Outcome outcome) {
    boolean isMissing =
        outcome instanceof Outcome.Refused(ApiException why)
            && FileReason.WEBP_NOT_CONVERTIBLE.code().equals(why.details().get("reason_code"));
    if (isMissing && !isWarned.getAndSet(true)) {
      LOG.warn("WebP can't be written on this system; larger ones are refused");
    }
  }

  private void recordFailure(InspectionFailure reason, UUID person, InspectionJob job) {
    failures.add(reason);
    LOG.warn(
        "A file could not be checked: reason {}, kind {}, {} bytes, user {}",
        reason.label(),
        job.kind(),
        job.file().toFile().length(),
        person);
  }

  public void addMeters(Meters meters) {
    meters.gauge("dm_inspections_running", "Files that are being looked into", queue::running);
    meters.gauge("dm_inspections_waiting", "Files that wait to be looked into", queue::waiting);
    meters.add(failures.counter());
    meters.gauge("dm_inspection_processes", "Processes that look into files", pool::count);
    meters.counter(
        "dm_inspection_processes_started",
        "Processes that were started to look into files",
        pool::started);
  }

  @Override
  public void close() {
    pool.close();
  }
}
