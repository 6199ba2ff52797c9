package com.mockhu.dm.socket.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Handles the frames of one connection in order, on a virtual thread that exists while frames wait.
 */
public final class SerialExecutor {
  /** Reading from the client stops while this many frames wait. */
  private static final int MOST_WAITING = 256;

  private final Executor threads;
  private final OutboundQueue outbound;

  /** Null while empty, to save memory in idle sockets. */
  private Queue<Runnable> waiting;

  private boolean isRunning;
  private boolean isPaused;

  public SerialExecutor(Executor threads, OutboundQueue outbound) {
    this.threads = threads;
    this.outbound = outbound;
  }

  /** True when no frame waits or runs, so that an immediate one keeps the order. */
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
