package com.mockhu.dm.bench.scenario;

import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends what has fallen due on one lane, sender after sender.
 *
 * <p>A message late because the loop or the server was busy still counts from when it was due:
 * otherwise the slow moments would be the ones that are left out (coordinated omission).
 */
final class Arrivals implements Runnable {
  private static final long LOOK_EVERY_MICROS = 500;

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

  static ScheduledFuture<?> start(Lane lane, List<Sender> senders, double perSecond) {
    return lane.loop()
        .scheduleAtFixedRate(
            new Arrivals(lane, senders, perSecond), 0, LOOK_EVERY_MICROS, TimeUnit.MICROSECONDS);
  }

  @Override
  public void run() {
    long now = System.nanoTime();
    while (lane.isSending && due() <= now) {
      Sender sender = senders.get((int) (sent % senders.size()));
      sender.send(due());
      sender.flush();
      sent++;
    }
  }

  private long due() {
    return start + (long) (sent * interval);
  }
}
