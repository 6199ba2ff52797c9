package com.mockhu.dm.attachment;

import com.mockhu.dm.attachment.storage.Storage;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes files that nobody needs: unsent for too long, or of messages and people that are gone.
 * May run on several nodes and be interrupted anywhere: a row goes only after its file.
 */
final class Cleaning implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cleaning.class);
  private static final long EVERY_SECONDS = 600;
  private static final long FIRST_SECONDS = 60;
  private static final int AT_ONCE = 100;

  private final Database database;
  private final Storage storage;
  private final Quota quota;
  private final Clock clock;
  private final FileMeters meters;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("file-cleaning").factory());

  Cleaning(Database database, Storage storage, Quota quota, Clock clock, FileMeters meters) {
    this.meters = meters;
    this.database = database;
    this.storage = storage;
    this.quota = quota;
    this.clock = clock;
  }

  void start() {
    timer.scheduleWithFixedDelay(this::tryRun, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void tryRun() {
    try {
      run();
    } catch (RuntimeException e) {
      LOG.warn("Files could not be cleaned up; the next round tries again", e);
    }
  }

  /** Returns how many files went. */
  int run() {
    int removed = 0;
    long bytes = 0;
    List<Upload> some;
    do {
      some = database.transaction(this::removeSome);
      removed += some.size();
      bytes += some.stream().mapToLong(Upload::bytes).sum();
      meters.removed(some);
    } while (some.size() == AT_ONCE);
    if (removed > 0) {
      LOG.info("Removed {} files that nobody needs, {} bytes", removed, bytes);
    }
    return removed;
  }

  private List<Upload> removeSome(Transaction transaction) throws SQLException {
    List<Upload> some =
        UploadSql.lockUnneeded(transaction, clock.instant().minus(Uploads.UNSENT), AT_ONCE);
    if (!some.isEmpty()) {
      remove(storage, some);
      UploadSql.delete(transaction, some);
      quota.giveBack(transaction, some);
    }
    return some;
  }

  static void remove(Storage storage, List<Upload> uploads) {
    try {
      for (Upload upload : uploads) {
        storage.remove(upload.key());
        if (upload.isImage()) {
          storage.remove(upload.thumbnailKey());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
