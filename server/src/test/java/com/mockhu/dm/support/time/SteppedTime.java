package com.mockhu.dm.support.time;

import com.mockhu.dm.platform.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that stands still until a test lets it pass. */
public final class SteppedTime implements Scheduler {
  private final List<Entry> waiting = new ArrayList<>();
  private long now;

  private record Entry(long due, Runnable work) {}

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized Task after(Duration delay, Runnable work) {
    Entry entry = new Entry(now + delay.toNanos(), work);
    waiting.add(entry);
    return () -> drop(entry);
  }

  private synchronized void drop(Entry entry) {
    waiting.removeIf(each -> each == entry);
  }

  /** How many things wait for their time. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Does all that falls due meanwhile, in order, before it returns. */
  public void passes(Duration duration) {
    long end = nanos() + duration.toNanos();
    for (Optional<Entry> due = next(end); due.isPresent(); due = next(end)) {
      due.get().work.run();
    }
  }

  private synchronized Optional<Entry> next(long end) {
    Optional<Entry> due =
        waiting.stream().filter(each -> each.due <= end).min(Comparator.comparingLong(Entry::due));
    now = due.map(Entry::due).orElse(end);
    due.ifPresent(this::drop);
    return due;
  }

  @Override
  public synchronized void close() {
    waiting.clear();
  }
}
