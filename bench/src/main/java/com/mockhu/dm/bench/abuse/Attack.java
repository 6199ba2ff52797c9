package com.mockhu.dm.bench.abuse;

/** One attack on the server's time or memory. */
interface Attack {
  String name();

  /** Prepares expensive data before the measured time begins. */
  default void prepare() {}

  /**
   * Attacks on its own threads until the target's time is over, then closes everything. The
   * server's responses are ignored.
   */
  void run(Target target) throws InterruptedException;
}
