package com.mockhu.dm.bench.scenario.message;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.series.MessageRun;
import com.mockhu.dm.bench.talk.Traffic;
import java.util.List;
import java.util.Set;

/** Open loop: messages fall due at a fixed rate, whether or not the server keeps up. */
public final class Rate implements Scenario {
  private static final int STANDARD_PER_SECOND = 1000;

  @Override
  public String name() {
    return "rate";
  }

  @Override
  public String purpose() {
    return "--rate 1000 messages a second fall due among --pairs 200 (open loop)";
  }

  @Override
  public Set<String> options() {
    return MessageRun.options("rate");
  }

  @Override
  public Result run(Bench bench) {
    int rate = bench.options().count("rate", STANDARD_PER_SECOND);
    Traffic traffic = Traffic.between(bench, bench.options().count("pairs", 200), false);
    traffic.startOpenLoop(rate);
    return MessageRun.finish(bench, traffic, List.of(Figure.once("asked for", "1/s", rate)));
  }
}
