package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.talk.Talk;
import com.mockhu.dm.bench.talk.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The same load on each party in turns, round after round, so that a mood of the machine meets all
 * of them.
 *
 * @param first how each is warmed before its first turn
 * @param later and before the others
 */
public record Contest(
    Bench bench, int rounds, Duration length, Steadiness first, Steadiness later) {
  static final Set<String> OPTIONS = Set.of("rounds", "seconds", "warm-up", "window");
  private static final Duration WARM_UP = Duration.ofSeconds(30);

  /** As the options say, and else with so many rounds of so many seconds. */
  public static Contest of(Bench bench, int rounds, int seconds, int window) {
    Options options = bench.options();
    Duration each = options.duration("window", Duration.ofSeconds(window));
    Duration patience = options.duration("warm-up", WARM_UP);
    return new Contest(
        bench,
        options.count("rounds", rounds),
        options.duration("seconds", Duration.ofSeconds(seconds)),
        new Steadiness(each, patience),
        new Steadiness(each, each.multipliedBy(2)));
  }

  public List<RunSeries> run(List<MeasuredLoad> parties, Consumer<Talk> start) {
    List<RunSeries> allSeries = parties.stream().map(RunSeries::of).toList();
    for (int round = 1; round <= rounds; round++) {
      for (RunSeries series : allSeries) {
        Turn turn = turn(series, start, round == 1 ? first : later);
        series.turns().add(turn);
        bench.say("  round %d, %s: %s".formatted(round, series.party().name(), brief(turn)));
      }
    }
    return allSeries;
  }

  private Turn turn(RunSeries series, Consumer<Talk> start, Steadiness warmth) {
    MeasuredLoad party = series.party();
    start.accept(party.talk());
    boolean isSteady = warmth.reach(party.talk(), series.total());
    ProcessorTime before = party.meter().read();
    long begin = System.nanoTime();
    Pause.of(length);
    Tally tally = party.talk().cut();
    double seconds = (System.nanoTime() - begin) / 1e9;
    ProcessorTime used = party.meter().read().since(before);
    party.talk().allowSending(false);
    Turn turn = Turn.of(seconds, tally, used, isSteady);
    party.talk().drain(series.total().add(tally));
    party.settle().run();
    return turn;
  }

  private static String brief(Turn turn) {
    return "%,.0f/s, p50 %.2f ms, p99 %.2f ms, CPU %.3f s/1000%s"
        .formatted(
            turn.perSecond(),
            turn.latency().p50(),
            turn.latency().p99(),
            turn.costPerThousand(),
            turn.isSteady() ? "" : " (not steady)");
  }
}
