package com.mockhu.dm.attachment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs on files one after the other, on a thread of their own: they wait for disks and
 * other stores, which nothing that has a beat to keep should. Each may run on several nodes at once
 * and be cut off anywhere.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
  private static final long EVERY_SECONDS = 600;
  private static final long FIRST_SECONDS = 60;

  private final Map<String, Supplier<FileCount>> jobs;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("file-cleaning").factory());

  /** {@code jobs} by what they are called, in the order they run in. */
  Housekeeping(Map<String, Supplier<FileCount>> jobs) {
    this.jobs = new LinkedHashMap<>(jobs);
  }

  /** The first of them runs at once: what the last crash left may have filled the disk. */
  void start() {
    jobs.entrySet().stream().limit(1).forEach(job -> timer.execute(() -> run(job)));
    timer.scheduleWithFixedDelay(this::round, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  void round() {
    jobs.entrySet().forEach(this::run);
  }

  /** One that fails is tried again in the next round, and keeps no other from its work. */
  private void run(Map.Entry<String, Supplier<FileCount>> job) {
    try {
      note(job.getKey(), job.getValue().get());
    } catch (RuntimeException e) {
      LOG.warn("Files: {} failed; the next round tries again", job.getKey(), e);
    }
  }

  private void note(String name, FileCount done) {
    if (done.files() > 0) {
      LOG.info("Files: {}: {} files, {} bytes", name, done.files(), done.bytes());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
