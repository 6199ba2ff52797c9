package com.mockhu.dm.platform.limit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Notes what one request was charged for, so that its response can state what is left, and a
 * request without a charge is found.
 *
 * <p>Threads: noted on the request's own thread; given back on any.
 */
public final class Charges {
  private static final ScopedValue<Charges> CURRENT = ScopedValue.newInstance();

  private final Map<RateLimit, Object> subjects = new ConcurrentHashMap<>();

  /** Runs the work of a request, noting what {@link RateLimits} charges it on this thread. */
  public <T> T during(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /** Whether something was charged and not given back, or refused for having no charge left. */
  public boolean has(RateLimit limit) {
    return subjects.containsKey(limit);
  }

  /** The subject that the limit was charged to. */
  public Optional<Object> subject(RateLimit limit) {
    return Optional.ofNullable(subjects.get(limit));
  }

  /** Notes a charge; what takes the note back, should the charge be given back. */
  static Runnable note(RateLimit limit, Object subject) {
    if (!CURRENT.isBound()) {
      return () -> {};
    }
    Charges charges = CURRENT.get();
    charges.subjects.put(limit, subject);
    return () -> charges.subjects.remove(limit);
  }
}
