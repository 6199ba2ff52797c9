package com.mockhu.dm.socket.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs one connection's frames one after the other, on a virtual thread only while there are some.
 */
public final class SerialExecutor {
  /** A client this far ahead is not read from until it has been served. */
  private static final int MOST_WAITING = 256;

  private final Executor threads;
  private final OutboundQueue outbound;

  /** Null at rest: there are very many lanes at rest. */
  private Queue<Runnable> waiting;

  private boolean isRunning;
  private boolean isPaused;

  public SerialExecutor(Executor threads, OutboundQueue outbound) {
    this.threads = threads;
    this.outbound = outbound;
  }

  /** True when nothing is before it, so that a quick frame may run at once. */
  public synchronized boolean isIdle() {
    return !isRunning;
  }

  public synchronized void run(Runnable work) {
    waiting = waiting == null ? new ArrayDeque<>(4) : waiting;
    waiting.add(work);
    if (waiting.size() >= MOST_WAITING && !isPaused) {
      isPaused = true;
      outbound.read(false);
    }
    if (!isRunning) {
      isRunning = true;
      threads.execute(this::drain);
    }
  }

  private void drain() {
    for (Runnable work = next(); work != null; work = next()) {
      work.run();
    }
  }

  private synchronized Runnable next() {
    Runnable work = waiting.poll();
    isRunning = work != null;
    if (isPaused && waiting.size() < MOST_WAITING / 2) {
      isPaused = false;
      outbound.read(true);
    }
    waiting = isRunning ? waiting : null;
    return work;
  }
}
