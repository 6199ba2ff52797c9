package com.mockhu.dm.platform.http.exchange;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.http.HttpResult;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Something of which there is only so much for all requests together. Strangers, who have proved
 * nothing yet, get a share of it: what they hold must not keep signed-in people out.
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

  /** False when there is not so much left, and then nothing was taken. */
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

  /** A stranger has turned out to be somebody. */
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
