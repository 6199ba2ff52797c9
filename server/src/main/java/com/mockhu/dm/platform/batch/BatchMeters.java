package com.mockhu.dm.platform.batch;

import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Metric;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.function.DoubleSupplier;

/** What is counted of one writer: once for each batch, but for the time to each answer. */
final class BatchMeters {
  private static final String LABEL = "writer";

  private final String writer;
  private final Histogram sizes;
  private final Histogram stores;
  private final Histogram answers;
  private final Counter refusals;
  private final CounterDataPoint refused;

  BatchMeters(String writer) {
    this.writer = writer;
    Labels label = Labels.of(LABEL, writer);
    this.sizes =
        Metric.sizes(
            "dm_batch_size",
            "Commands stored by one commit; its count is the number of commits",
            label);
    this.stores =
        Metric.durations(
            "dm_batch_store_seconds", "How long storing a batch took, its commit included", label);
    this.answers =
        Metric.durations(
            "dm_batch_answer_seconds", "From a command's arrival to its result", label);
    this.refusals =
        Metric.counter(
            "dm_batch_refused",
            "Commands refused: the queue was full or too slow, or the database away",
            LABEL);
    this.refused = refusals.labelValues(writer);
  }

  void stored(int size, long begun, long ended) {
    sizes.observe(size);
    stores.observe(Unit.nanosToSeconds(ended - begun));
  }

  void answered(long submitted, long now) {
    answers.observe(Unit.nanosToSeconds(now - submitted));
  }

  void refused() {
    refused.inc();
  }

  void addTo(Meters meters, DoubleSupplier depth) {
    meters.add(sizes, stores, answers, refusals);
    meters.gauges(
        "dm_batch_queue",
        "Commands that wait for a writer",
        values -> values.call(depth.getAsDouble(), writer),
        LABEL);
  }
}
