package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.talk.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All turns of one party.
 *
 * @param total everything that was counted, warming up included
 */
public record RunSeries(MeasuredLoad party, List<Turn> turns, Tally total) {
  static RunSeries of(MeasuredLoad party) {
    return new RunSeries(party, new ArrayList<>(), new Tally());
  }

  public double medianPerSecond() {
    return figure("", "", Turn::perSecond).median();
  }

  /** Speed, latency and cost. */
  public List<Figure> figures(String what) {
    String prefix = what + ", " + party.name() + ": ";
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(prefix + "complete", "1/s", Turn::perSecond));
    figures.add(figure(prefix + "p50", "ms", turn -> turn.latency().p50()));
    figures.add(figure(prefix + "p99", "ms", turn -> turn.latency().p99()));
    figures.add(figure(prefix + "ack p50", "ms", turn -> turn.acknowledgement().p50()));
    figures.add(figure(prefix + "ack p99", "ms", turn -> turn.acknowledgement().p99()));
    figures.add(figure(prefix + "CPU server", "s/1000", Turn::serverPerThousand));
    figures.add(figure(prefix + "CPU PostgreSQL", "s/1000", Turn::postgresPerThousand));
    figures.add(figure(prefix + "CPU of both", "s/1000", Turn::costPerThousand));
    return figures.stream().filter(Figure::isMeasured).toList();
  }

  /** How many times as fast this one was as the other, round by round. */
  Figure timesAsFastAs(RunSeries other, String what) {
    return ratio(this, other, "%s, %s / %s: speed", what, Turn::perSecond);
  }

  /** How many times as much the other one's processors worked for one operation. */
  Figure timesAsCheapAs(RunSeries other, String what) {
    return ratio(other, this, "%s, %s / %s: CPU", what, Turn::costPerThousand);
  }

  private static Figure ratio(
      RunSeries above, RunSeries below, String name, String what, ToDoubleFunction<Turn> read) {
    return new Figure(
        name.formatted(what, above.party.name(), below.party.name()),
        "ratio",
        IntStream.range(0, above.turns.size())
            .mapToObj(
                i ->
                    read.applyAsDouble(above.turns.get(i)) / read.applyAsDouble(below.turns.get(i)))
            .toList());
  }

  private Figure figure(String name, String unit, ToDoubleFunction<Turn> read) {
    return Figure.over(turns, name, unit, read);
  }

  /** Remarks on the reliability of the figures. */
  String remark(String what) {
    return "%s, %s: %,d sent, %,d complete, %,d refused, %,d lost; %d of %d turns steady"
        .formatted(
            what,
            party.name(),
            total.sent,
            total.complete(),
            total.refused,
            total.closed,
            turns.stream().filter(Turn::isSteady).count(),
            turns.size());
  }
}
