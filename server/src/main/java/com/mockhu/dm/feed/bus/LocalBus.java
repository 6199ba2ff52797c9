package com.mockhu.dm.feed.bus;

import com.mockhu.dm.platform.error.Faults;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Connects the servers of one process. For a server that is alone, telling does nothing. */
public final class LocalBus {
  /** Hints that may wait for one listener; those beyond are lost, as a bus may. */
  static final int CAPACITY = 10_000;

  private final List<Member> members = new CopyOnWriteArrayList<>();

  /** One more server's end of the bus. */
  public Bus join() {
    Member member = new Member();
    members.add(member);
    return member;
  }

  private final class Member implements Bus {
    private final ArrayBlockingQueue<Hint> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean isDraining = new AtomicBoolean();
    private volatile Consumer<Hint> listener = hint -> {};

    @Override
    public void tell(Hint hint) {
      if (members.contains(this)) {
        for (Member member : members) {
          if (member != this) {
            member.take(hint);
          }
        }
      }
    }

    private void take(Hint hint) {
      if (waiting.offer(hint)) {
        drainSoon();
      }
    }

    /** A thread exists only while hints wait. */
    private void drainSoon() {
      if (isDraining.compareAndSet(false, true)) {
        Thread.ofVirtual().name("local-bus").start(this::drain);
      }
    }

    private void drain() {
      for (Hint hint = waiting.poll(); hint != null; hint = waiting.poll()) {
        hear(hint);
      }
      isDraining.set(false);
      // One may have come between the last look and the line above.
      if (!waiting.isEmpty()) {
        drainSoon();
      }
    }

    private void hear(Hint hint) {
      try {
        if (members.contains(this)) {
          listener.accept(hint);
        }
      } catch (RuntimeException e) {
        Faults.log("A listener of the bus", e);
      }
    }

    @Override
    public void listen(Consumer<Hint> listener) {
      this.listener = listener;
    }

    @Override
    public void close() {
      members.remove(this);
    }
  }
}
