package com.mockhu.dm.bench.wire.socket;

import java.util.UUID;

/**
 * The idempotency keys of one sender: pseudo-random, and computable from their number.
 *
 * <p>Sequential keys would favour the database, whose index would only grow at its end. Real
 * clients send random keys.
 */
public record ClientMessageIds(long seed) {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  public UUID id(int number) {
    return new UUID(high(number), low(number));
  }

  /** The first 64 bits, marked as version 4 (RFC 9562). */
  long high(int number) {
    return mix(seed + (2L * number) * GOLDEN) & 0xffffffffffff0fffL | 0x4000L;
  }

  /** The last 64 bits, marked with the variant of RFC 9562. */
  long low(int number) {
    return mix(seed + (2L * number + 1) * GOLDEN) & 0x3fffffffffffffffL | 0x8000000000000000L;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
