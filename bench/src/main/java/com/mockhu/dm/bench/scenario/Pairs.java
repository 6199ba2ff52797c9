package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.measure.Figure;
import java.util.List;
import java.util.Set;

/** Closed loop: every sender keeps a fixed number of unacknowledged messages in flight. */
final class Pairs implements Scenario {
  @Override
  public String name() {
    return "pairs";
  }

  @Override
  public String purpose() {
    return "--pairs 200 people write to 200 others, --outstanding 1 at a time (closed loop)";
  }

  @Override
  public Set<String> options() {
    return MessageRun.options("outstanding");
  }

  @Override
  public Result run(Bench bench) {
    int outstanding = bench.options().count("outstanding", 1);
    Traffic traffic = Traffic.between(bench, bench.options().count("pairs", 200), true);
    traffic.startClosedLoop(outstanding);
    return MessageRun.finish(bench, traffic, List.<Figure>of());
  }

  static void fill(Lane lane, List<? extends Writer> writers, int outstanding) {
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
