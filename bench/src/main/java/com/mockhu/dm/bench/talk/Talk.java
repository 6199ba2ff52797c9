package com.mockhu.dm.bench.talk;

import com.mockhu.dm.bench.run.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Connected people who repeat one operation, on any of the servers. */
public interface Talk {
  Duration PATIENCE = Duration.ofSeconds(30);
  int LOOK_EVERY_MILLIS = 20;

  /** The writers who begin operations, by their lane. */
  Map<Lane, ? extends List<? extends Writer>> writers();

  /** Whether no operation is running. */
  boolean isSettled(Tally total);

  /** The counts of all lanes since the last cut. */
  default Tally cut() {
    return writers().keySet().stream().map(Lane::cut).reduce(new Tally(), Tally::add);
  }

  default void allowSending(boolean isAllowed) {
    writers().keySet().forEach(lane -> lane.call(() -> lane.isSending = isAllowed));
  }

  /** Everyone begins, and starts the next operation when one completes. */
  default void startClosedLoop(int outstanding) {
    allowSending(true);
    writers().forEach((lane, writers) -> fill(lane, writers, outstanding));
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
   * @return all counters; operations still incomplete after 30 seconds show in them
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

  private static void fill(Lane lane, List<? extends Writer> writers, int outstanding) {
    lane.loop()
        .execute(
            () -> {
              for (Writer writer : writers) {
                for (int i = 0; i < outstanding; i++) {
                  writer.send(System.nanoTime());
                }
                writer.flush();
              }
            });
  }
}
