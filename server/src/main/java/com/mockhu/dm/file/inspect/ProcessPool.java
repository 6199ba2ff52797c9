package com.mockhu.dm.file.inspect;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * The running inspection processes. The first file starts one, which stays for the next files,
 * since a start costs as much as a photo, and ends after a minute without work.
 */
final class ProcessPool implements AutoCloseable {
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /** A process ends after so many files, which frees native memory that libraries leak. */
  private static final int MOST_FILES = 1_000;

  private final InspectionSettings settings;
  private final Deque<ChildProcess> idle = new ArrayDeque<>();
  private final Set<ChildProcess> all = new HashSet<>();
  private final LongAdder started = new LongAdder();
  private boolean isWatched;
  private boolean isClosed;

  ProcessPool(InspectionSettings settings) {
    this.settings = settings;
  }

  /** A process for the caller only, until it is given back or discarded. */
  ChildProcess take() throws IOException {
    ChildProcess child = takeIdle();
    if (child != null) {
      return child;
    }
    ChildProcess fresh = ChildProcess.start(settings);
    started.increment();
    if (!add(fresh)) {
      fresh.end();
      throw new IOException("The server is stopping");
    }
    return fresh;
  }

  private synchronized boolean add(ChildProcess fresh) {
    return !isClosed && all.add(fresh);
  }

  private synchronized ChildProcess takeIdle() {
    // The most recently used one, so that the others become idle and end.
    ChildProcess child = idle.pollFirst();
    while (child != null && !child.isUsable()) {
      all.remove(child);
      child.end();
      child = idle.pollFirst();
    }
    return child;
  }

  void giveBack(ChildProcess child) {
    if (!keep(child)) {
      discard(child);
    }
  }

  private synchronized boolean keep(ChildProcess child) {
    if (isClosed || !child.isUsable() || child.served() >= MOST_FILES) {
      return false;
    }
    idle.addFirst(child);
    if (!isWatched) {
      isWatched = true;
      Thread.ofVirtual().name("idle-inspections").start(this::watch);
    }
    return true;
  }

  /** Returns when the process has ended. */
  void discard(ChildProcess child) {
    child.end();
    forget(child);
  }

  private synchronized void forget(ChildProcess child) {
    all.remove(child);
  }

  private void watch() {
    try {
      do {
        Thread.sleep(BETWEEN_LOOKS);
        longIdle().forEach(this::discard);
      } while (hasIdle());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized List<ChildProcess> longIdle() {
    long now = System.nanoTime();
    List<ChildProcess> old = new ArrayList<>(idle);
    old.removeIf(child -> now - child.idleSince() < LONGEST_IDLE.toNanos());
    idle.removeAll(old);
    return old;
  }

  private synchronized boolean hasIdle() {
    isWatched = !idle.isEmpty();
    return isWatched;
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  synchronized int count() {
    return all.size();
  }

  long started() {
    return started.sum();
  }

  private synchronized List<ChildProcess> closed() {
    isClosed = true;
    idle.clear();
    return List.copyOf(all);
  }

  @Override
  public void close() {
    closed().forEach(this::discard);
  }
}
