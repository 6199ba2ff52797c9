package com.mockhu.dm.file.inspect;

import com.mockhu.dm.file.image.Picture;
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
 * Looks into files, a few at a time, in processes that can be killed: a file that takes too long or
 * too much memory costs its own upload and no other.
 */
public final class Inspection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Inspection.class);
  private static final long RETRY_SECONDS = 10;

  private final InspectionSettings settings;
  private final Admittance admittance;
  private final Children children;
  private final AtomicBoolean isWarned = new AtomicBoolean();
  private final Tally<GivenUp> givenUp =
      new Tally<>(
          Metric.counter(
              "dm_inspections_given_up", "Files that were not looked into to the end", "reason"),
          GivenUp.class,
          GivenUp::label);

  /** Starts nothing until the first file comes. */
  public Inspection(InspectionSettings settings) {
    this.settings = settings;
    this.admittance = new Admittance(settings.processes());
    this.children = new Children(settings);
  }

  /**
   * Blocking. Checks the file; of a picture, makes the one that is kept.
   *
   * @return empty for what is kept as it came
   * @throws ApiException why it is refused; {@code unavailable} when too many wait
   */
  public Optional<Picture> inspect(UUID person, Kind kind, Path file) {
    return result(person, new Job(kind, file, false));
  }

  /**
   * Blocking. Makes the picture of a person.
   *
   * @throws ApiException as {@link #inspect}
   */
  public Path portrait(UUID person, Kind kind, Path file) {
    return result(person, new Job(kind, file, true)).map(Picture::file).orElseThrow();
  }

  private Optional<Picture> result(UUID person, Job job) {
    return switch (run(person, job)) {
      case Outcome.Made(int width, int height) ->
          Optional.of(Picture.beside(job.file(), width, height));
      case Outcome.Fine() -> Optional.empty();
      case Outcome.Refused(ApiException why) -> throw why;
      case Outcome.OutOfMemory() -> throw GivenUp.MEMORY.refusal();
      case Outcome.Failed(String error) -> throw new IllegalStateException(error);
    };
  }

  private Outcome run(UUID person, Job job) {
    FairPlaces.Turn turn = admittance.enter(person);
    try {
      return run(person, job, child());
    } finally {
      admittance.leave(turn);
    }
  }

  private Child child() {
    try {
      return children.take();
    } catch (IOException e) {
      refuseStopping();
      LOG.error("No process to look into files could be started: {}", e.getMessage());
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE, "Files cannot be checked now; try again soon.", RETRY_SECONDS);
    }
  }

  private Outcome run(UUID person, Job job, Child child) {
    try {
      Outcome outcome = child.run(job, settings.longest());
      if (outcome instanceof Outcome.OutOfMemory) {
        // What else of it the lack of memory has broken is unknown.
        children.discard(child);
        giveUp(GivenUp.MEMORY, person, job);
      } else {
        children.giveBack(child);
        warnOfMissing(outcome);
      }
      return outcome;
    } catch (IOException e) {
      children.discard(child);
      refuseStopping();
      GivenUp reason = child.isLate() ? GivenUp.TIME : GivenUp.CRASH;
      giveUp(reason, person, job);
      return new Outcome.Refused(reason.refusal());
    }
  }

  /** The file is not to blame when its process is killed with all others. */
  private void refuseStopping() {
    if (children.isClosed()) {
      throw ApiException.retryLater(ErrorCode.UNAVAILABLE, "The server is stopping.", 1);
    }
  }

  /** The log of a process goes nowhere, and the operator can do something about this. */
  private void warnOfMissing(Outcome outcome) {
    boolean isMissing =
        outcome instanceof Outcome.Refused(ApiException why)
            && FileReason.WEBP_NOT_CONVERTIBLE.code().equals(why.details().get("reason_code"));
    if (isMissing && !isWarned.getAndSet(true)) {
      LOG.warn("WebP can't be written on this system; larger ones are refused");
    }
  }

  private void giveUp(GivenUp reason, UUID person, Job job) {
    givenUp.add(reason);
    LOG.warn(
        "Gave up looking into a file: reason {}, kind {}, {} bytes, user {}",
        reason.label(),
        job.kind(),
        job.file().toFile().length(),
        person);
  }

  public void addMeters(Meters meters) {
    meters.gauge("dm_inspections_running", "Files that are being looked into", admittance::running);
    meters.gauge(
        "dm_inspections_waiting", "Files that wait to be looked into", admittance::waiting);
    meters.add(givenUp.counter());
    meters.gauge("dm_inspection_processes", "Processes that look into files", children::count);
    meters.counter(
        "dm_inspection_processes_started",
        "Processes that were started to look into files",
        children::started);
  }

  @Override
  public void close() {
    children.close();
  }
}
