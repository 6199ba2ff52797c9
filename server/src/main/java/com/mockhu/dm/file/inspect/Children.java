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
 * The inspection processes there are. The first file starts one; it stays for the next files, since
 * starting costs as much as a photo, and ends when it has been idle for a minute.
 */
final class Children implements AutoCloseable {
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /** Native memory that libraries leak goes with the process. */
  private static final int MOST_FILES = 1_000;

  private final InspectionSettings settings;
  private final Deque<Child> idle = new ArrayDeque<>();
  private final Set<Child> all = new HashSet<>();
  private final LongAdder started = new LongAdder();
  private boolean isWatched;
  private boolean isClosed;

  Children(InspectionSettings settings) {
    this.settings = settings;
  }

  /** One for the caller alone, until it is given back or discarded. */
  Child take() throws IOException {
    Child child = takeIdle();
    if (child != null) {
      return child;
    }
    Child fresh = Child.start(settings);
    started.increment();
    if (!add(fresh)) {
      fresh.end();
      throw new IOException("The server is stopping");
    }
    return fresh;
  }

  private synchronized boolean add(Child fresh) {
    return !isClosed && all.add(fresh);
  }

  private synchronized Child takeIdle() {
    // The latest first: the others may end.
    Child child = idle.pollFirst();
    while (child != null && !child.isUsable()) {
      all.remove(child);
      child.end();
      child = idle.pollFirst();
    }
    return child;
  }

  void giveBack(Child child) {
    if (!keep(child)) {
      discard(child);
    }
  }

  private synchronized boolean keep(Child child) {
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

  /** Returns when it has ended. */
  void discard(Child child) {
    child.end();
    forget(child);
  }

  private synchronized void forget(Child child) {
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

  private synchronized List<Child> longIdle() {
    long now = System.nanoTime();
    List<Child> old = new ArrayList<>(idle);
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

  private synchronized List<Child> closed() {
    isClosed = true;
    idle.clear();
    return List.copyOf(all);
  }

  @Override
  public void close() {
    closed().forEach(this::discard);
  }
}
