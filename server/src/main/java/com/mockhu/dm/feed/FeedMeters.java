package com.mockhu.dm.feed;

import com.mockhu.dm.platform.metric.Distribution;
import com.mockhu.dm.platform.metric.Distributions;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Samples;
import java.util.concurrent.atomic.LongAdder;

/** What is counted between a commit and the sockets; once for each batch. */
final class FeedMeters {
  final Distribution latencies = Distribution.ofSeconds();
  private final Distribution lags = Distribution.ofSeconds();
  private final LongAdder waiting = new LongAdder();

  void committed() {
    waiting.increment();
  }

  void published(long committedAt) {
    waiting.decrement();
    lags.addNanos(committedAt, System.nanoTime());
  }

  void addTo(Meters meters) {
    meters.histogram(
        "dm_delivery_latency_seconds",
        "From a send's arrival until its frame was written to another person's socket",
        () -> Distributions.of(latencies));
    meters.histogram(
        "dm_feed_lag_seconds",
        "From a commit until its frames were handed to the sockets",
        () -> Distributions.of(lags));
    meters.gauge(
        "dm_feed_queue", "Commits that the sockets were not told of yet", Samples.of(waiting::sum));
  }
}
