package com.mockhu.dm.platform.batch;

import com.mockhu.dm.platform.metric.Distribution;
import com.mockhu.dm.platform.metric.Distributions;
import com.mockhu.dm.platform.metric.Meters;
import com.mockhu.dm.platform.metric.Samples;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/** What is counted of one writer: once for each batch, but for the time to each answer. */
final class BatchMeters {
  private static final String LABEL = "writer";

  private final Distribution sizes = Distribution.ofSizes();
  private final Distribution stores = Distribution.ofSeconds();
  private final Distribution answers = Distribution.ofSeconds();
  private final LongAdder refusals = new LongAdder();

  void stored(int size, long begun, long ended) {
    sizes.add(size);
    stores.addNanos(begun, ended);
  }

  void answered(long submitted, long now) {
    answers.addNanos(submitted, now);
  }

  void refused() {
    refusals.increment();
  }

  void addTo(Meters meters, String writer, DoubleSupplier depth) {
    meters.histogram(
        "dm_batch_size",
        "Commands stored by one commit; its count is the number of commits",
        () -> new Distributions().add(sizes, LABEL, writer));
    meters.histogram(
        "dm_batch_store_seconds",
        "How long storing a batch took, its commit included",
        () -> new Distributions().add(stores, LABEL, writer));
    meters.histogram(
        "dm_batch_answer_seconds",
        "From a command's arrival to its result",
        () -> new Distributions().add(answers, LABEL, writer));
    meters.gauge(
        "dm_batch_queue",
        "Commands that wait for a writer",
        new Samples().add(depth, LABEL, writer));
    meters.counter(
        "dm_batch_refused",
        "Commands refused: the queue was full or too slow, or the database away",
        new Samples().add(refusals::sum, LABEL, writer));
  }
}
