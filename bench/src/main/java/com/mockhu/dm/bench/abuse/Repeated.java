package com.mockhu.dm.bench.abuse;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same request again and again, on a new connection each.
 *
 * @param most requests in all
 * @param atOnce of them
 * @param everyMillis how long each thread waits before the next
 */
record Repeated(String name, int most, int atOnce, long everyMillis, Request request)
    implements Attack {
  private static final long PATIENCE_SECONDS = 60;

  /** Writes one request. */
  @FunctionalInterface
  interface Request {
    void write(HostileLine line, Target target, int number) throws IOException;
  }

  @Override
  public void run(Target target) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < atOnce; i++) {
        threads.submit(
            () -> {
              repeat(target, next);
              return null;
            });
      }
      threads.shutdown();
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void repeat(Target target, AtomicInteger next) throws InterruptedException {
    for (int n = next.getAndIncrement(); n < most && !target.isOver(); n = next.getAndIncrement()) {
      try (HostileLine line = target.line()) {
        request.write(line, target, n);
        line.answer();
      } catch (IOException _) {
        // Refused, cut off or not answered: all of that is the server's right.
      }
      target.pause(everyMillis);
    }
  }
}
