package com.mockhu.dm.platform.limit;

import java.util.ArrayDeque;
import java.util.function.LongSupplier;

/** The times of what one subject was allowed in the last window. */
final class Window {
  private static final Runnable NOTHING = () -> {};

  private final long length;
  private final LongSupplier nanos;
  private final ArrayDeque<Place> taken = new ArrayDeque<>();

  /** Told apart by identity: two may be taken at the same time. */
  private static final class Place {
    private long time;
  }

  Window(long length, LongSupplier nanos) {
    this.length = length;
    this.nanos = nanos;
  }

  synchronized Windows.Taken take(int quota) {
    long now = now();
    if (taken.size() >= quota) {
      return new Windows.Taken(untilNext(now), NOTHING);
    }
    Place place = new Place();
    place.time = now;
    taken.addLast(place);
    return new Windows.Taken(0, () -> giveBack(place));
  }

  synchronized Windows.Usage usage(int quota) {
    long now = now();
    return new Windows.Usage(
        Math.max(0, quota - taken.size()), taken.isEmpty() ? 0 : untilNext(now));
  }

  /** Read under the lock, so that times are in order. Forgets what has left the window. */
  private long now() {
    long now = nanos.getAsLong();
    // After the clock was set back, no subject waits longer than a window or gets more in one.
    if (!taken.isEmpty() && taken.getLast().time - now > 0) {
      taken.forEach(place -> place.time = place.time - now > 0 ? now : place.time);
    }
    while (!taken.isEmpty() && now - taken.getFirst().time >= length) {
      taken.removeFirst();
    }
    return now;
  }

  private long untilNext(long now) {
    return length - (now - taken.getFirst().time);
  }

  private synchronized void giveBack(Place place) {
    taken.removeLastOccurrence(place);
  }
}
