package com.mockhu.dm.bench.scenario.message;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.series.MessageRun;
import com.mockhu.dm.bench.talk.Traffic;
import java.util.List;
import java.util.Set;

/** Closed loop: every sender keeps a fixed number of unacknowledged messages in flight. */
public final class Pairs implements Scenario {
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
}
