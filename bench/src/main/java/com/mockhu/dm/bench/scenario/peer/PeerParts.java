package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.scenario.page.History;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.series.Contest;
import com.mockhu.dm.bench.series.Contests;
import com.mockhu.dm.bench.series.MeasuredLoad;
import com.mockhu.dm.bench.series.RunSeries;
import com.mockhu.dm.bench.talk.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of {@code peers}, and what has come out of them so far. */
final class PeerParts {
  /**
   * Below this multiple of the rate, a server's latency would only show the length of its queue.
   */
  private static final double MARGIN = 1.2;

  private final Bench bench;
  private final List<Contender> contenders;
  private final Map<Contender, Talk> closed = new LinkedHashMap<>();
  private final Map<Contender, Talk> open = new LinkedHashMap<>();
  private final Map<String, Double> speeds = new HashMap<>();
  private final Map<String, Long> delivered = new HashMap<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  PeerParts(Bench bench, List<Contender> contenders) {
    this.bench = bench;
    this.contenders = contenders;
    contenders.forEach(each -> remarks.add(introduction(each)));
  }

  private static String introduction(Contender contender) {
    return "%s %s on %s".formatted(contender.name(), contender.version(), contender.database());
  }

  void idle() {
    new PeerIdle(bench, contenders).run(figures, remarks);
  }

  void pairs(int outstanding) {
    if (closed.isEmpty()) {
      contenders.forEach(each -> closed.put(each, each.pairs(people(), true)));
    }
    String what = "pairs " + outstanding;
    List<RunSeries> allSeries =
        contest(3).run(parties(closed), talk -> talk.startClosedLoop(outstanding));
    for (RunSeries series : allSeries) {
      speeds.merge(series.party().name(), series.medianPerSecond(), Math::max);
      count(series);
    }
    keep(what, allSeries);
  }

  void rates() {
    if (open.isEmpty()) {
      contenders.forEach(each -> open.put(each, each.pairs(people(), false)));
    }
    bench.options().counts("rates", "100,1000").forEach(this::rate);
  }

  private void rate(int perSecond) {
    Map<Contender, Talk> able = new LinkedHashMap<>(open);
    able.keySet().removeIf(each -> isTooSlow(each, perSecond));
    List<RunSeries> allSeries =
        contest(2).run(parties(able), talk -> talk.startOpenLoop(perSecond));
    allSeries.forEach(this::count);
    keep("rate " + perSecond, allSeries);
  }

  private boolean isTooSlow(Contender contender, int perSecond) {
    double speed = speeds.getOrDefault(contender.name(), Double.MAX_VALUE);
    boolean isTooSlow = speed < perSecond * MARGIN;
    if (isTooSlow) {
      remarks.add(
          "rate %d left out for %s, which does %.0f/s with all its might"
              .formatted(perSecond, contender.name(), speed));
    }
    return isTooSlow;
  }

  void histories() {
    bench.options().counts("sizes", "1000,100000").forEach(this::history);
  }

  private void history(int size) {
    int readers = bench.options().count("readers", History.STANDARD_READERS);
    Map<Contender, Talk> newest = new LinkedHashMap<>();
    Map<Contender, Talk> middle = new LinkedHashMap<>();
    for (Contender contender : contenders) {
      Contender.Pages pages = contender.history(size, readers);
      newest.put(contender, pages.newest());
      middle.put(contender, pages.middle());
      contender.settle();
    }
    keep("newest of " + size, shortContest().run(parties(newest), talk -> talk.startClosedLoop(1)));
    keep("middle of " + size, shortContest().run(parties(middle), talk -> talk.startClosedLoop(1)));
  }

  private int people() {
    return bench.options().count("pairs", 200);
  }

  /** In shorter ones a single checkpoint or collection would dominate. */
  private Contest contest(int rounds) {
    return Contest.of(bench, rounds, 6, 2);
  }

  /** Pages need no disk access, so their speed is stable after a short warm-up. */
  private Contest shortContest() {
    return Contest.of(bench, 2, 4, 1);
  }

  private static List<MeasuredLoad> parties(Map<Contender, Talk> talks) {
    return talks.entrySet().stream().map(each -> each.getKey().party(each.getValue())).toList();
  }

  private void count(RunSeries series) {
    delivered.merge(series.party().name(), series.total().delivered, Long::sum);
  }

  private void keep(String what, List<RunSeries> allSeries) {
    figures.addAll(Contests.figures(what, allSeries));
    remarks.addAll(Contests.remarks(what, allSeries));
  }

  Result result() {
    bench.say("comparing with the databases");
    Verification verification = Verification.NOTHING;
    for (Contender contender : contenders) {
      var audit = contender.audit(delivered.getOrDefault(contender.name(), 0L));
      remarks.add(audit.sentence());
      verification = verification.plus(audit.verification());
    }
    return new Result(figures, remarks, Optional.of(verification));
  }
}
