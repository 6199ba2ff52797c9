package com.mockhu.dm.bench.abuse;

/** One way to make a server slow or large for others. */
interface Attack {
  String name();

  /** Makes what takes long, before the time begins. */
  default void prepare() {}

  /**
   * Attacks until the target's time is over, on threads of its own, and leaves nothing open. What
   * the server answers does not matter, nor whether it does.
   */
  void run(Target target) throws InterruptedException;
}
