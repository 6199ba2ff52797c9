package com.mockhu.dm.feed.bus;

import com.mockhu.dm.platform.error.Faults;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Connects the servers of one process. With one server, sending does nothing. */
public final class LocalBus {
  /** Most hints that wait for one listener; further ones are dropped, which a bus may do. */
  static final int CAPACITY = 10_000;

  private final List<Member> members = new CopyOnWriteArrayList<>();

  /** Connects one more server. */
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
      // A hint may have arrived between the last poll and the line above.
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
