package com.mockhu.dm.bench.talk;

/** A load generator for one person, one operation at a time, on a lane's event loop. */
public interface Writer {
  /**
   * Begins one operation without flushing.
   *
   * @param time of {@link System#nanoTime()}, from which its latency counts
   */
  void send(long time);

  void flush();
}
