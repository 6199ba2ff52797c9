package com.mockhu.dm.file.upload;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * How many bytes all files take, as this server knows it: a sum that is read once a minute, and
 * what this server added and removed since. A row with the total would be locked by every upload on
 * every server. With several servers the limit may be exceeded by what the others take in a minute.
 */
final class StorageTotal {
  private static final long FRESH_NANOS = Duration.ofMinutes(1).toNanos();

  /** Before an upload is refused; another server may have removed files. */
  private static final long REFUSING_NANOS = Duration.ofSeconds(1).toNanos();

  private final AtomicReference<Estimate> estimate = new AtomicReference<>();
  private final long limit;
  private final LongSupplier nanos;

  /** {@code limit} in bytes; {@code nanos} never goes back. */
  StorageTotal(long limit, LongSupplier nanos) {
    this.limit = limit;
    this.nanos = nanos;
  }

  private record Estimate(long bytes, long readAt) {
    boolean isOlderThan(long age, long now) {
      return now - readAt >= age;
    }
  }

  /** Counts the bytes; false, and counts nothing, when they exceed the limit. */
  boolean add(Transaction transaction, long bytes) throws SQLException {
    refresh(transaction, FRESH_NANOS);
    if (fits(bytes)) {
      return true;
    }
    refresh(transaction, REFUSING_NANOS);
    return fits(bytes);
  }

  private boolean fits(long bytes) {
    while (true) {
      Estimate known = estimate.get();
      if (known.bytes + bytes > limit) {
        return false;
      }
      if (estimate.compareAndSet(known, new Estimate(known.bytes + bytes, known.readAt))) {
        return true;
      }
    }
  }

  void subtract(long bytes) {
    estimate.updateAndGet(
        known -> known == null ? null : new Estimate(known.bytes - bytes, known.readAt));
  }

  /** One thread reads the sum; the others go on with the estimate, which is no lock to wait for. */
  private void refresh(Transaction transaction, long age) throws SQLException {
    long now = nanos.getAsLong();
    Estimate known = estimate.get();
    if (known == null) {
      estimate.compareAndSet(null, new Estimate(UploadSql.used(transaction), now));
    } else if (known.isOlderThan(age, now)
        && estimate.compareAndSet(known, new Estimate(known.bytes, now))) {
      long used = UploadSql.used(transaction);
      // With what this server counted meanwhile, which the sum may not hold yet.
      estimate.updateAndGet(each -> new Estimate(used + each.bytes - known.bytes, now));
    }
  }
}
