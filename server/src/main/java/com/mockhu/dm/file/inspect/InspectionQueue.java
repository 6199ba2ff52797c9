package com.mockhu.dm.file.inspect;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets threads wait for their slot of {@link FairSlots}. */
final class InspectionQueue {
  private static final long LONGEST_WAIT_SECONDS = 60;
  private static final long RETRY_SECONDS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final FairSlots places;
  private final Map<FairSlots.Turn, Semaphore> waiting = new HashMap<>();

  InspectionQueue(int places) {
    this.places = new FairSlots(places);
  }

  /**
   * Blocks until a slot is free; {@link #leave} gives it back.
   *
   * @throws ApiException {@code unavailable} after a minute, and when the server stops
   */
  FairSlots.Turn enter(UUID person) {
    Semaphore begin = new Semaphore(0);
    FairSlots.Turn turn = queue(person, begin);
    boolean hasBegun = false;
    try {
      hasBegun = begin.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiException.retryLater(ErrorCode.UNAVAILABLE, "The server is stopping.", 1);
    } finally {
      if (!hasBegun) {
        leave(turn);
      }
    }
    if (!hasBegun) {
      throw ApiException.retryLater(
          ErrorCode.UNAVAILABLE,
          "Too many files are being checked; try again soon.",
          RETRY_SECONDS);
    }
    return turn;
  }

  private FairSlots.Turn queue(UUID person, Semaphore begin) {
    lock.lock();
    try {
      FairSlots.Turn turn = places.enter(person);
      waiting.put(turn, begin);
      beginNext();
      return turn;
    } finally {
      lock.unlock();
    }
  }

  void leave(FairSlots.Turn turn) {
    lock.lock();
    try {
      waiting.remove(turn);
      places.leave(turn, System.nanoTime());
      beginNext();
    } finally {
      lock.unlock();
    }
  }

  private void beginNext() {
    for (var turn = places.next(System.nanoTime());
        turn.isPresent();
        turn = places.next(System.nanoTime())) {
      waiting.remove(turn.get()).release();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return places.waiting();
    } finally {
      lock.unlock();
    }
  }

  int running() {
    lock.lock();
    try {
      return places.running();
    } finally {
      lock.unlock();
    }
  }
}
