package com.mockhu.dm.platform.database;

import com.mockhu.dm.platform.CurrentCaller;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.ErrorMapper;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many connections one person may use at a time. Requests that wait for the same row
 * lock each hold a connection: without a bound, a few dozen parallel reads of one conversation
 * would take the whole pool, and all other requests would get 503.
 */
final class CallerShares {
  /** Below the longest time a request may take; a connection is then mostly free at once. */
  private static final long LONGEST_WAIT_MILLIS = 3_500;

  private static final Place UNBOUNDED = () -> {};

  private final int most;
  private final Map<UUID, Share> shares = new ConcurrentHashMap<>();

  /** {@code users} hold or wait for one of the places; the last one removes the entry. */
  private record Share(Semaphore places, int users) {}

  /** The right to use one connection, until it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  CallerShares(int most) {
    this.most = most;
  }

  /**
   * Waits for a place of the current caller; work for no person is not bounded.
   *
   * @throws ApiException {@code rate_limited} when there is none within 3.5 seconds
   */
  Place take() {
    Optional<UUID> caller = CurrentCaller.id();
    return caller.isEmpty() ? UNBOUNDED : take(caller.get());
  }

  private Place take(UUID caller) {
    Semaphore places = shares.compute(caller, (id, share) -> joined(share)).places;
    if (!isFree(places)) {
      leave(caller);
      throw Thread.currentThread().isInterrupted() ? ErrorMapper.databaseAway() : tooMany();
    }
    return () -> {
      places.release();
      leave(caller);
    };
  }

  private static boolean isFree(Semaphore places) {
    try {
      return places.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Share joined(Share share) {
    return share == null
        ? new Share(new Semaphore(most, true), 1)
        : new Share(share.places, share.users + 1);
  }

  private void leave(UUID caller) {
    shares.computeIfPresent(
        caller, (id, share) -> share.users == 1 ? null : new Share(share.places, share.users - 1));
  }

  private ApiException tooMany() {
    return new ApiException(
        ErrorCode.RATE_LIMITED,
        "Too many requests at once; send fewer at the same time.",
        Map.of("retry_after", 1L, "limit", "requests_at_once", "quota", most, "window", 1L));
  }
}
