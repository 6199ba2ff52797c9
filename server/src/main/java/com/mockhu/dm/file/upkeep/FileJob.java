package com.mockhu.dm.file.upkeep;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A repeated job on files, with its counts since the start. */
public final class FileJob {
  private static final Logger LOG = LoggerFactory.getLogger(FileJob.class);

  private final String word;
  private final String done;
  private final Supplier<FileCount> work;
  private final LongAdder files = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /**
   * @param word its name in metrics
   * @param done what it did to the counted files, for the log
   */
  public FileJob(String word, String done, Supplier<FileCount> work) {
    this.word = word;
    this.done = done;
    this.work = work;
  }

  /** A failure is logged; the next round tries again, and the other jobs run. */
  void run() {
    try {
      count(work.get());
    } catch (RuntimeException e) {
      failures.increment();
      LOG.warn("Files: {} failed; the next round tries again", word, e);
    }
  }

  private void count(FileCount some) {
    files.add(some.files());
    bytes.add(some.bytes());
    if (some.files() > 0) {
      LOG.info("Files: {}: {} files, {} bytes", done, some.files(), some.bytes());
    }
  }

  String word() {
    return word;
  }

  long files() {
    return files.sum();
  }

  long bytes() {
    return bytes.sum();
  }

  long failures() {
    return failures.sum();
  }
}
