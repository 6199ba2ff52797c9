package com.mockhu.dm.attachment;

import com.mockhu.dm.attachment.check.FileReason;
import com.mockhu.dm.attachment.check.FileRefusal;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs what takes long or much memory, a little at a time. What hangs is left behind on its thread:
 * it costs its own upload and no other.
 */
final class Inspection {
  private static final int AT_ONCE = 2;
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final Semaphore places;
  private final Duration longest;

  Inspection() {
    this(AT_ONCE, LONGEST);
  }

  /** {@code longest} one piece of work may take before it is given up. */
  Inspection(int atOnce, Duration longest) {
    this.places = new Semaphore(atOnce, true);
    this.longest = longest;
  }

  /**
   * @throws ApiException what {@code work} throws; {@code file_refused} when it takes too long or
   *     too much memory; {@code unavailable} when too many wait
   */
  <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    try {
      if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw ApiException.retryLater(
            ErrorCode.UNAVAILABLE, "Too many files are being checked; try again soon.", 10);
      }
      try {
        Thread.ofPlatform().daemon().name("inspection").start(task);
        return task.get(longest.toNanos(), TimeUnit.NANOSECONDS);
      } finally {
        places.release();
      }
    } catch (TimeoutException e) {
      task.cancel(true);
      throw FileRefusal.because(FileReason.TOO_SLOW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.retryLater(ErrorCode.UNAVAILABLE, "The server is stopping.", 1);
    } catch (ExecutionException e) {
      throw refused(e.getCause());
    }
  }

  private static RuntimeException refused(Throwable cause) {
    return switch (cause) {
      case ApiException known -> known;
      case OutOfMemoryError e -> FileRefusal.because(FileReason.TOO_MUCH_MEMORY);
      case StackOverflowError e -> FileRefusal.because(FileReason.TOO_COMPLEX);
      // Readers of foreign formats stumble over foreign bytes in every way there is.
      case RuntimeException e -> FileRefusal.because(FileReason.DAMAGED);
      default -> new IllegalStateException(cause);
    };
  }
}
