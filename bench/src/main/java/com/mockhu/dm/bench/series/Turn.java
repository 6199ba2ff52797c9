package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.talk.Tally;

/**
 * One measured interval of one contender.
 *
 * @param count complete operations
 * @param latency until the other person had it, or the page was whole
 * @param acknowledgement NaN where there is none
 * @param isSteady false when it was still changing as the patience for warming up ended
 */
record Turn(
    double seconds,
    long count,
    Latency latency,
    Latency acknowledgement,
    ProcessorTime used,
    boolean isSteady) {
  static Turn of(double seconds, Tally tally, ProcessorTime used, boolean isSteady) {
    return new Turn(
        seconds,
        tally.complete(),
        Latency.of(tally.toRecipient),
        Latency.of(tally.toAcknowledgement),
        used,
        isSteady);
  }

  double perSecond() {
    return count / seconds;
  }

  double serverPerThousand() {
    return used.server() * 1000 / count;
  }

  double postgresPerThousand() {
    return used.postgres() * 1000 / count;
  }

  double costPerThousand() {
    return serverPerThousand() + postgresPerThousand();
  }
}
