package com.mockhu.dm.platform.limit;

/**
 * Counts sliding windows of 60 seconds, wherever the counts may live. Every implementation passes
 * {@code WindowsContract}.
 *
 * <p>Called on event loops as well: it must not block where the limit is one of frames or
 * handshakes.
 */
public interface Windows {

  /** What is counted: a limit, and who it is charged to. */
  record Key(RateLimit limit, Object subject) {}

  /**
   * What came of a try.
   *
   * @param waitNanos 0 when a place was taken; else how long until one is free, at most a window
   * @param giveBack frees the place that was taken, once
   */
  record Taken(long waitNanos, Runnable giveBack) {}

  /**
   * @param untilNextNanos how long until one more is free; 0 while all are
   */
  record Usage(int free, long untilNextNanos) {}

  /** Takes a place, unless {@code quota} were taken in the window that ends now. */
  Taken take(Key key, int quota);

  Usage usage(Key key, int quota);

  /** How many subjects are being counted, about. */
  long size();
}
