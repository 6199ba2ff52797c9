package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Tally;
import java.time.Duration;

/**
 * Warming up until two windows in a row differ by less than 5 %: a server that has just been
 * started may run at half of its speed for a while.
 */
record Steadiness(Duration window, Duration patience) {
  private static final double CLOSE_ENOUGH = 0.05;

  /** Adds the counters to {@code total}; false when the time ended before the speed was stable. */
  boolean reach(Talk talk, Tally total) {
    long deadline = System.nanoTime() + patience.toNanos();
    double before = count(talk, total);
    boolean isSteady = false;
    while (!isSteady && System.nanoTime() < deadline) {
      double now = count(talk, total);
      isSteady = Math.abs(now - before) <= CLOSE_ENOUGH * before;
      before = now;
    }
    return isSteady;
  }

  private double count(Talk talk, Tally total) {
    long start = System.nanoTime();
    Pause.of(window);
    Tally tally = talk.cut();
    double perSecond = tally.complete() * 1e9 / (System.nanoTime() - start);
    total.add(tally);
    return perSecond;
  }
}
