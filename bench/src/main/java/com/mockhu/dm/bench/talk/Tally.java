package com.mockhu.dm.bench.talk;

import com.mockhu.dm.bench.measure.Latency;
import org.HdrHistogram.Histogram;

/** Counters of one interval. One event loop owns them until they are handed over. */
public final class Tally {
  public final Histogram toAcknowledgement = Latency.histogram();
  public final Histogram toRecipient = Latency.histogram();
  public long sent;
  public long acknowledged;
  public long delivered;
  public long refused;
  public long closed;

  /** Where there are acknowledgements, only what was acknowledged and delivered is complete. */
  public long complete() {
    return acknowledged == 0 ? delivered : Math.min(acknowledged, delivered);
  }

  public Tally add(Tally other) {
    toAcknowledgement.add(other.toAcknowledgement);
    toRecipient.add(other.toRecipient);
    sent += other.sent;
    acknowledged += other.acknowledged;
    delivered += other.delivered;
    refused += other.refused;
    closed += other.closed;
    return this;
  }
}
