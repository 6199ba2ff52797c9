package com.mockhu.dm.feed.log;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures when the frames of one batch were written to the network. An event loop runs its tasks
 * in order, so a task that is queued after the frames runs when they are written. This costs one
 * task for each loop and batch, and none for a frame.
 */
final class DeliveryTiming {
  private final List<Executor> loops = new ArrayList<>(2);
  private long[] since = new long[8];
  private int count;

  void add(Executor loop, long begun) {
    if (!loops.contains(loop)) {
      loops.add(loop);
    }
    if (count == since.length) {
      since = Arrays.copyOf(since, 2 * count);
    }
    since[count++] = begun;
  }

  /** Call after all frames of the batch were queued. */
  void measure(Histogram latencies) {
    AtomicInteger left = new AtomicInteger(loops.size());
    for (Executor loop : loops) {
      loop.execute(
          () -> {
            if (left.decrementAndGet() == 0) {
              note(latencies);
            }
          });
    }
  }

  private void note(Histogram latencies) {
    long now = System.nanoTime();
    for (int i = 0; i < count; i++) {
      latencies.observe(Unit.nanosToSeconds(now - since[i]));
    }
  }
}
