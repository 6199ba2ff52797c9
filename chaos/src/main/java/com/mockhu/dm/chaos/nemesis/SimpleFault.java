package com.mockhu.dm.chaos.nemesis;

/** A fault made of two actions. */
record SimpleFault(Action striking, Action healing) implements Fault {
  /** Something that may fail. */
  @FunctionalInterface
  interface Action {
    void run() throws Exception;
  }

  @Override
  public void strike() throws Exception {
    striking.run();
  }

  @Override
  public void heal() throws Exception {
    healing.run();
  }
}
