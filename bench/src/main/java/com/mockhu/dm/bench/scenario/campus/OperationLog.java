package com.mockhu.dm.bench.scenario.campus;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The operations by activity and time; belongs to one event loop until it is handed over. */
final class OperationLog {
  private final Map<Activity, Histogram> finished = new EnumMap<>(Activity.class);
  private final Map<Activity, Long> begun = new EnumMap<>(Activity.class);
  private final Map<Activity, Long> failed = new EnumMap<>(Activity.class);

  OperationLog() {
    for (Activity each : Activity.values()) {
      finished.put(each, Latency.histogram());
    }
  }

  void begun(Activity activity) {
    begun.merge(activity, 1L, Long::sum);
  }

  void failed(Activity activity) {
    failed.merge(activity, 1L, Long::sum);
  }

  /**
   * @param dueAt when it was due, not when it was begun
   */
  void finished(Activity activity, long dueAt) {
    finished.get(activity).recordValue(System.nanoTime() - dueAt);
  }

  long count(Activity activity) {
    return finished.get(activity).getTotalCount();
  }

  /** Begun and neither finished nor failed. */
  long open() {
    long open = 0;
    for (Activity each : Activity.values()) {
      open += begun.getOrDefault(each, 0L) - count(each) - failed.getOrDefault(each, 0L);
    }
    return open;
  }

  List<Figure> figures(double seconds) {
    List<Figure> figures = new ArrayList<>();
    for (Activity each : Activity.values()) {
      Latency latency = Latency.of(finished.get(each));
      figures.add(Figure.once(each.label(), "1/s", count(each) / seconds));
      figures.add(Figure.once(each.label() + " p50", "ms", latency.p50()));
      figures.add(Figure.once(each.label() + " p99", "ms", latency.p99()));
      figures.add(Figure.once(each.label() + " failed", "", failed.getOrDefault(each, 0L)));
    }
    return figures;
  }

  long finished() {
    return finished.values().stream().mapToLong(Histogram::getTotalCount).sum();
  }
}
