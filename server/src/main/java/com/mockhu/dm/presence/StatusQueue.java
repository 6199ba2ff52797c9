package com.mockhu.dm.presence;

import com.mockhu.dm.platform.error.Faults;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * Sends presence updates at a bounded rate, equal ones once: thousands of people who reconnect must
 * not delay messages (behaviour §7.21). Updates by a person's own choice go first.
 */
final class StatusQueue implements AutoCloseable {
  static final long PEOPLE_A_SECOND = 500;
  private static final long FRAMES_A_SECOND = 5_000;

  /** While sockets read back what they missed, presence is sent at a tenth of its rate. */
  private static final int SLOWDOWN = 10;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long BURST = TimeUnit.MILLISECONDS.toNanos(50);

  private final ToIntFunction<PresenceUpdate> sender;
  private final Throttle throttle;
  private final BooleanSupplier isCatchingUp;
  private final LinkedHashMap<PresenceUpdate, Boolean> waiting = new LinkedHashMap<>();
  private final Thread thread;
  private boolean isClosed;

  /** {@code sender} returns how many frames it sent; it may block. */
  StatusQueue(
      ToIntFunction<PresenceUpdate> sender, BooleanSupplier isCatchingUp, Throttle throttle) {
    this.throttle = throttle;
    this.sender = sender;
    this.isCatchingUp = isCatchingUp;
    this.thread = Thread.ofPlatform().daemon().name("presence").start(this::run);
  }

  synchronized void add(PresenceUpdate update) {
    waiting.putIfAbsent(update, true);
    notifyAll();
  }

  synchronized void addFirst(PresenceUpdate update) {
    waiting.putFirst(update, true);
    notifyAll();
  }

  private synchronized PresenceUpdate next() throws InterruptedException {
    while (waiting.isEmpty() && !isClosed) {
      wait();
    }
    Map.Entry<PresenceUpdate, Boolean> first = isClosed ? null : waiting.pollFirstEntry();
    return first == null ? null : first.getKey();
  }

  private void run() {
    long paidUntil = throttle.nanos();
    try {
      for (PresenceUpdate update = next(); update != null; update = next()) {
        long now = throttle.nanos();
        paidUntil = (paidUntil - now < -BURST ? now - BURST : paidUntil) + cost(send(update));
        throttle.waitUntil(paidUntil);
      }
    } catch (InterruptedException e) {
      // Closed: waiting updates are dropped.
      Thread.currentThread().interrupt();
    }
  }

  private int send(PresenceUpdate update) {
    try {
      return sender.applyAsInt(update);
    } catch (RuntimeException e) {
      // A client that missed it gets the state with the inbox.
      Faults.log("Sending presence", e);
      return 0;
    }
  }

  private long cost(int frames) {
    long cost = Math.max(SECOND / PEOPLE_A_SECOND, frames * SECOND / FRAMES_A_SECOND);
    return isCatchingUp.getAsBoolean() ? cost * SLOWDOWN : cost;
  }

  @Override
  public void close() {
    synchronized (this) {
      isClosed = true;
      notifyAll();
    }
    thread.interrupt();
  }
}
