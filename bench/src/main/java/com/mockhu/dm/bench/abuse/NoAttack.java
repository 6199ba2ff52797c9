package com.mockhu.dm.bench.abuse;

/** No attack, to compare with. */
final class NoAttack implements Attack {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public void run(Target target) throws InterruptedException {
    while (!target.isOver()) {
      target.pause(Long.MAX_VALUE);
    }
  }
}
