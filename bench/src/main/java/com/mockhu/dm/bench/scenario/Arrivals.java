package com.mockhu.dm.bench.scenario;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends what has fallen due on one lane, sender after sender.
 *
 * <p>A message late because the loop or the server was busy still counts from when it was due:
 * otherwise the slow moments would be the ones that are left out (coordinated omission).
 */
final class Arrivals implements Runnable {
  private final Lane lane;
  private final List<Sender> senders;
  private final double interval;
  private final long start = System.nanoTime();
  private long sent;

  private Arrivals(Lane lane, List<Sender> senders, double perSecond) {
    this.lane = lane;
    this.senders = senders;
    this.interval = 1e9 / perSecond;
  }

  static void start(Lane lane, List<Sender> senders, double perSecond) {
    lane.loop().execute(new Arrivals(lane, senders, perSecond));
  }

  @Override
  public void run() {
    while (lane.isSending && due() <= System.nanoTime()) {
      Sender sender = senders.get((int) (sent % senders.size()));
      sender.send(due());
      sender.flush();
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
