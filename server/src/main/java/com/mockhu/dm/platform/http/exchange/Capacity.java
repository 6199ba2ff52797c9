package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bound that all requests share. Requests that are not authenticated yet get a quarter of it, so
 * that they cannot keep signed-in people out.
 */
final class Capacity {
  private static final long RETRY_SECONDS = 2;
  private static final int STRANGERS_SHARE = 4;

  private final long most;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong strangers = new AtomicLong();

  Capacity(long most) {
    this.most = most;
  }

  /** False when there is not enough left; then nothing was taken. */
  boolean take(long amount, boolean isStranger) {
    if (isStranger && !fits(strangers, amount, most / STRANGERS_SHARE)) {
      return false;
    }
    boolean fits = fits(taken, amount, most);
    if (!fits && isStranger) {
      strangers.addAndGet(-amount);
    }
    return fits;
  }

  private static boolean fits(AtomicLong count, long amount, long most) {
    boolean fits = count.addAndGet(amount) <= most;
    if (!fits) {
      count.addAndGet(-amount);
    }
    return fits;
  }

  void giveBack(long amount, boolean isStranger) {
    taken.addAndGet(-amount);
    if (isStranger) {
      strangers.addAndGet(-amount);
    }
  }

  /** The caller is now authenticated. */
  void prove(long amount) {
    strangers.addAndGet(-amount);
  }

  long taken() {
    return taken.get();
  }

  static HttpResult full() {
    return HttpResult.failure(
        ApiException.retryLater(
            ErrorCode.UNAVAILABLE, "The server is busy; try again soon.", RETRY_SECONDS));
  }
}
