package com.mockhu.dm.platform.limit;

/**
 * A bound that clients can meet, under the name that they see (docs/limits.md). Each feature
 * declares its own; {@code app} collects them.
 */
public sealed interface Limit permits RateLimit, FixedLimit {
  String name();

  /** Without settings of the operator. */
  long value();
}
