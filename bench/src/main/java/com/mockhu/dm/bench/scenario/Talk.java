package com.mockhu.dm.bench.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Connected people who can be made to do the same thing again and again, whatever the server. */
interface Talk {
  Duration PATIENCE = Duration.ofSeconds(30);
  int LOOK_EVERY_MILLIS = 20;

  /** Those who begin the operations, by the lane that they live on. */
  Map<Lane, ? extends List<? extends Writer>> writers();

  /** Whether nothing is under way any more. */
  boolean isSettled(Tally total);

  /** What was counted on all lanes since the last cut. */
  default Tally cut() {
    return writers().keySet().stream().map(Lane::cut).reduce(new Tally(), Tally::add);
  }

  default void allowSending(boolean isAllowed) {
    writers().keySet().forEach(lane -> lane.call(() -> lane.isSending = isAllowed));
  }

  /** Everybody begins, and goes on whenever one of their operations is complete. */
  default void startClosedLoop(int outstanding) {
    allowSending(true);
    writers().forEach((lane, writers) -> Pairs.fill(lane, writers, outstanding));
  }

  /** Operations fall due at a rate, whether or not the server keeps up. */
  default void startOpenLoop(double perSecond) {
    allowSending(true);
    double perLane = perSecond / writers().size();
    writers().forEach((lane, writers) -> Arrivals.start(lane, writers, perLane));
  }

  /**
   * Waits until everything sent is settled and has reached its reader.
   *
   * @param soFar all that was counted before
   * @return all that was counted at all; what still misses after half a minute shows in it
   */
  default Tally drain(Tally soFar) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Tally total = soFar.add(cut());
    while (!isSettled(total) && System.nanoTime() < deadline) {
      Pause.of(Duration.ofMillis(LOOK_EVERY_MILLIS));
      total.add(cut());
    }
    return total;
  }
}
