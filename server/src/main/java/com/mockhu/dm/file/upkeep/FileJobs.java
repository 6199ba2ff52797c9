package com.mockhu.dm.file.upkeep;

import com.mockhu.dm.platform.metric.Meters;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs the jobs on files one after the other. They have a thread of their own, since they wait for
 * disks and remote stores, which would delay other timers. Each job may run on several servers at
 * once and may be stopped anywhere.
 */
public final class FileJobs implements AutoCloseable {
  private static final long EVERY_SECONDS = 600;
  private static final long FIRST_SECONDS = 60;
  private static final String LABEL = "job";

  private final List<FileJob> jobs;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("file-cleaning").factory());

  /** {@code jobs} in the order in which they run. */
  public FileJobs(List<FileJob> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  /** The first job runs at once: uploads that a crash cut off may have filled the disk. */
  public void start() {
    jobs.stream().limit(1).forEach(job -> timer.execute(job::run));
    timer.scheduleWithFixedDelay(this::round, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void round() {
    jobs.forEach(FileJob::run);
  }

  public void addMeters(Meters all) {
    all.counters(
        "dm_file_job_files",
        "Files that the jobs on files have removed or moved",
        values -> jobs.forEach(job -> values.call(job.files(), job.word())),
        LABEL);
    all.counters(
        "dm_file_job_bytes",
        "The bytes of those files",
        values -> jobs.forEach(job -> values.call(job.bytes(), job.word())),
        LABEL);
    all.counters(
        "dm_file_job_failures",
        "Runs of those jobs that were broken off by a failure",
        values -> jobs.forEach(job -> values.call(job.failures(), job.word())),
        LABEL);
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
