package com.mockhu.dm.socket;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Limits how many handshakes redeem a ticket at the same time, which is a write. When ten thousand
 * clients reconnect, they wait here, where a wait does not time out, and leave database connections
 * to requests.
 */
final class AdmissionGate {
  private static final int MOST_AT_ONCE = 5;

  private final Semaphore places = new Semaphore(MOST_AT_ONCE, true);

  <T> T pass(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
