package com.mockhu.dm.bench.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.talk.Tally;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunSeriesTest {
  private static final Latency UNMEASURED = new Latency(Double.NaN, Double.NaN, Double.NaN);
  private static final double EXACT = 1e-9;

  @Test
  void ratios_compare_the_turns_of_the_same_round() {
    Figure ratio = series(turn(1000), turn(300)).timesAsFastAs(series(turn(100), turn(100)), "x");
    assertEquals(List.of(10.0, 3.0), ratio.values());
  }

  @Test
  void the_cost_is_that_of_server_and_database_for_a_thousand() {
    Figure cost = series(turn(2000)).figures("x").getLast();
    assertEquals("x, party: CPU of both", cost.name());
    assertEquals(1.5, cost.median(), EXACT);
  }

  @Test
  void what_is_only_delivered_or_only_acknowledged_is_not_complete() {
    Tally tally = new Tally();
    tally.delivered = 7;
    assertEquals(7, tally.complete(), "nobody acknowledges");
    tally.acknowledged = 5;
    assertEquals(5, tally.complete());
  }

  private static RunSeries series(Turn... turns) {
    MeasuredLoad party = new MeasuredLoad("party", null, null, () -> {});
    return new RunSeries(party, List.of(turns), new Tally());
  }

  private static Turn turn(long count) {
    return new Turn(1, count, UNMEASURED, UNMEASURED, new ProcessorTime(1, 2, 0), true);
  }
}
