package com.mockhu.dm.bench.talk;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends the messages that are due on one lane, one writer after the other.
 *
 * <p>The latency of a late message counts from the time it was due. Otherwise slow periods would be
 * left out (coordinated omission).
 */
public final class Arrivals implements Runnable {
  private final Lane lane;
  private final List<? extends Writer> writers;
  private final double interval;
  private final long start = System.nanoTime();
  private long sent;

  private Arrivals(Lane lane, List<? extends Writer> writers, double perSecond) {
    this.lane = lane;
    this.writers = writers;
    this.interval = 1e9 / perSecond;
  }

  public static void start(Lane lane, List<? extends Writer> writers, double perSecond) {
    lane.loop().execute(new Arrivals(lane, writers, perSecond));
  }

  @Override
  public void run() {
    while (lane.isSending && due() <= System.nanoTime()) {
      Writer writer = writers.get((int) (sent % writers.size()));
      writer.send(due());
      writer.flush();
      sent++;
    }
    if (lane.isSending) {
      lane.loop().schedule(this, due() - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
  }

  private long due() {
    return start + (long) (sent * interval);
  }
}
