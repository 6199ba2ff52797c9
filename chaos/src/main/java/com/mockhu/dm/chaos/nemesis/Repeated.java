package com.mockhu.dm.chaos.nemesis;

import com.mockhu.dm.chaos.client.rest.Pause;

/** A fault that strikes again and again, up to its healing. */
final class Repeated implements Fault {
  private final long pauseMillis;
  private final SimpleFault.Action action;
  private final SimpleFault.Action healing;
  private volatile boolean isOver;
  private volatile Exception failure;
  private Thread thread;

  Repeated(long pauseMillis, SimpleFault.Action action, SimpleFault.Action healing) {
    this.pauseMillis = pauseMillis;
    this.action = action;
    this.healing = healing;
  }

  /** The first time is over when this returns, however long it took. */
  @Override
  public void strike() throws Exception {
    action.run();
    thread = Thread.ofVirtual().name("nemesis").start(this::repeat);
  }

  private void repeat() {
    try {
      while (!isOver) {
        action.run();
        Pause.millis(pauseMillis);
      }
    } catch (Exception e) {
      failure = e;
    }
  }

  @Override
  public void heal() throws Exception {
    isOver = true;
    if (thread != null) {
      thread.join();
    }
    healing.run();
    // A nemesis that did nothing must not pass for a server that bore it.
    if (failure != null) {
      throw failure;
    }
  }
}
