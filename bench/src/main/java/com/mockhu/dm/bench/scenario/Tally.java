package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.measure.Latency;
import org.HdrHistogram.Histogram;

/** Counters of one interval. One event loop owns them until they are handed over. */
final class Tally {
  final Histogram toAcknowledgement = Latency.histogram();
  final Histogram toRecipient = Latency.histogram();
  long sent;
  long acknowledged;
  long delivered;
  long refused;
  long closed;

  /** Where there are acknowledgements, only what was acknowledged and delivered is complete. */
  long complete() {
    return acknowledged == 0 ? delivered : Math.min(acknowledged, delivered);
  }

  Tally add(Tally other) {
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
