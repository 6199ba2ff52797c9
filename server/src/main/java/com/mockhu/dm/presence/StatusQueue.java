package com.mockhu.dm.presence;

import com.mockhu.dm.platform.error.ErrorMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * What waits to be told, each thing once, at a bounded rate: thousands who come back at once must
 * not keep anybody from their messages (behaviour §7.21). What a person did on purpose goes first.
 */
final class StatusQueue implements AutoCloseable {
  static final long PEOPLE_A_SECOND = 500;
  private static final long FRAMES_A_SECOND = 5_000;

  /** While sockets read back what they missed, presence takes a tenth of its rate. */
  private static final int DEFERENCE = 10;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long BURST = TimeUnit.MILLISECONDS.toNanos(50);

  private final ToIntFunction<Telling> teller;
  private final Pace pace;
  private final BooleanSupplier isCatchingUp;
  private final LinkedHashMap<Telling, Boolean> waiting = new LinkedHashMap<>();
  private final Thread thread;
  private boolean isClosed;

  /** {@code teller} returns how many frames it sent; it may block. */
  StatusQueue(ToIntFunction<Telling> teller, BooleanSupplier isCatchingUp, Pace pace) {
    this.pace = pace;
    this.teller = teller;
    this.isCatchingUp = isCatchingUp;
    this.thread = Thread.ofPlatform().daemon().name("presence").start(this::run);
  }

  synchronized void add(Telling telling) {
    waiting.putIfAbsent(telling, true);
    notifyAll();
  }

  synchronized void addFirst(Telling telling) {
    waiting.putFirst(telling, true);
    notifyAll();
  }

  private synchronized Telling next() throws InterruptedException {
    while (waiting.isEmpty() && !isClosed) {
      wait();
    }
    Map.Entry<Telling, Boolean> first = isClosed ? null : waiting.pollFirstEntry();
    return first == null ? null : first.getKey();
  }

  private void run() {
    long paidUntil = pace.nanos();
    try {
      for (Telling telling = next(); telling != null; telling = next()) {
        long now = pace.nanos();
        paidUntil = (paidUntil - now < -BURST ? now - BURST : paidUntil) + cost(tell(telling));
        pace.waitUntil(paidUntil);
      }
    } catch (InterruptedException e) {
      // Closed: presence is not worth finishing.
      Thread.currentThread().interrupt();
    }
  }

  private int tell(Telling telling) {
    try {
      return teller.applyAsInt(telling);
    } catch (RuntimeException e) {
      // A client that missed it sees the truth in the inbox.
      ErrorMapper.map(e);
      return 0;
    }
  }

  private long cost(int frames) {
    long cost = Math.max(SECOND / PEOPLE_A_SECOND, frames * SECOND / FRAMES_A_SECOND);
    return isCatchingUp.getAsBoolean() ? cost * DEFERENCE : cost;
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
