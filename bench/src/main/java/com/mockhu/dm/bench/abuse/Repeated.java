package com.mockhu.dm.bench.abuse;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Repeats the same request, each on a new connection.
 *
 * @param most requests in all
 * @param atOnce of them
 * @param everyMillis how long each thread waits before the next
 */
record Repeated(String name, int most, int atOnce, long everyMillis, Request request)
    implements Attack {
  /** How long after the end a request may still wait, before its connection is closed. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Writes one request. */
  @FunctionalInterface
  interface Request {
    void write(HostileLine line, Target target, int number) throws IOException;
  }

  @Override
  public void run(Target target) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Set<HostileLine> open = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < atOnce; i++) {
        threads.submit(
            () -> {
              repeat(target, next, open);
              return null;
            });
      }
      threads.shutdown();
      long left = target.end() + PATIENCE_NANOS - System.nanoTime();
      while (!threads.awaitTermination(Math.max(left, 1), TimeUnit.NANOSECONDS)) {
        // A server that reads nothing would hold the writer for good.
        open.forEach(HostileLine::close);
        left = TimeUnit.SECONDS.toNanos(1);
      }
    }
  }

  private void repeat(Target target, AtomicInteger next, Set<HostileLine> open)
      throws InterruptedException {
    for (int n = next.getAndIncrement(); n < most && !target.isOver(); n = next.getAndIncrement()) {
      try (HostileLine line = target.line()) {
        open.add(line);
        request.write(line, target, n);
        line.answer();
        open.remove(line);
      } catch (IOException _) {
        // The server may refuse, abort or ignore the request.
      }
      target.pause(everyMillis);
    }
  }
}
