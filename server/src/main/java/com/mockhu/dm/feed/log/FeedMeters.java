package com.mockhu.dm.feed.log;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.concurrent.atomic.LongAdder;

/** Delays between a commit and the sockets, measured once for each batch. */
final class FeedMeters {
  final Histogram latencies =
      Metric.durations(
          "dm_delivery_latency_seconds",
          "From a send's arrival until its frame was written to another person's socket");
  private final Histogram lags =
      Metric.durations(
          "dm_feed_lag_seconds", "From a commit until its frames were handed to the sockets");
  private final LongAdder waiting = new LongAdder();

  void committed() {
    waiting.increment();
  }

  void published(long committedAt) {
    waiting.decrement();
    lags.observe(Unit.nanosToSeconds(System.nanoTime() - committedAt));
  }

  void addTo(Meters meters) {
    meters.add(latencies, lags);
    meters.gauge("dm_feed_queue", "Commits that the sockets were not told of yet", waiting::sum);
  }
}
