package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Verification;
import com.mockhu.dm.bench.talk.Tally;
import com.mockhu.dm.bench.talk.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The common part of sending scenarios: measure, drain, verify against the database. */
public final class MessageRun {
  private MessageRun() {}

  public static Set<String> options(String own) {
    Set<String> options = new HashSet<>(Schedule.OPTIONS);
    options.addAll(Set.of("pairs", "content-length", own));
    return options;
  }

  public static Result finish(Bench bench, Traffic traffic, List<Figure> more) {
    Tally total = new Tally();
    List<Repetition> repetitions = Schedule.of(bench.options()).measure(bench, traffic, total);
    traffic.allowSending(false);
    traffic.drain(total);
    List<Figure> figures = new ArrayList<>(Repetition.figures(repetitions));
    figures.addAll(more);
    return new Result(figures, remarks(total), verify(bench, traffic));
  }

  private static List<String> remarks(Tally total) {
    return List.of(counts(total), "%,d sockets were closed during the run".formatted(total.closed));
  }

  public static String counts(Tally total) {
    return "whole run, warm-up included: %,d sent, %,d acknowledged, %,d refused, %,d delivered"
        .formatted(total.sent, total.acknowledged, total.refused, total.delivered);
  }

  private static Optional<Verification> verify(Bench bench, Traffic traffic) {
    bench.database().ifPresent(_ -> bench.say("comparing with the database"));
    return bench.database().map(traffic::verify);
  }
}
