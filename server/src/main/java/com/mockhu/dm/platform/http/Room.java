package com.mockhu.dm.platform.http;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.concurrent.atomic.AtomicLong;

/** Something of which there is only so much for all requests together. */
final class Room {
  private static final long RETRY_SECONDS = 2;

  private final long most;
  private final AtomicLong taken = new AtomicLong();

  Room(long most) {
    this.most = most;
  }

  /** False when there is not so much left, and then nothing was taken. */
  boolean take(long amount) {
    boolean fits = taken.addAndGet(amount) <= most;
    if (!fits) {
      giveBack(amount);
    }
    return fits;
  }

  void giveBack(long amount) {
    taken.addAndGet(-amount);
  }

  long taken() {
    return taken.get();
  }

  static Reply full() {
    return Reply.failure(
        ApiException.retryLater(
            ErrorCode.UNAVAILABLE, "The server is busy; try again soon.", RETRY_SECONDS));
  }
}
