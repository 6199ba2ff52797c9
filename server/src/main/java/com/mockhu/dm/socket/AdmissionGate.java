package com.mockhu.dm.socket;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a few arrivals at a time change the database: a ticket is used up. When ten thousand come
 * back at once, those behind wait here, where waiting has no end, and not for a connection, where
 * it fails after seconds; and everybody else finds connections free.
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
