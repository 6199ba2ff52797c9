package com.mockhu.dm.platform.time;

import com.mockhu.dm.platform.error.Faults;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time as it passes. */
final class SystemScheduler implements Scheduler {
  private final ScheduledThreadPoolExecutor timer;

  SystemScheduler(String name) {
    timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory());
    // Most tasks are cancelled long before their time; none should be kept until then.
    timer.setRemoveOnCancelPolicy(true);
    timer.setRejectedExecutionHandler((work, executor) -> {});
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Task after(Duration delay, Runnable work) {
    Future<?> task = timer.schedule(() -> run(work), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> task.cancel(false);
  }

  private static void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      Faults.log("Scheduled work", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
