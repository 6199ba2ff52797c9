package com.mockhu.dm.bench.scenario;

/** One who puts load on a server, one operation at a time; everything happens on a lane's loop. */
interface Writer {
  /**
   * Begins one operation without flushing.
   *
   * @param time of {@link System#nanoTime()}, from which its latency counts
   */
  void send(long time);

  void flush();
}
