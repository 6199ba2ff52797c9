package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.talk.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** One measured stretch of a run. */
public record Repetition(
    double seconds, Tally tally, ProcessorTime used, Latency acknowledgement, Latency delivery) {
  static Repetition of(double seconds, Tally tally, ProcessorTime used) {
    return new Repetition(
        seconds, tally, used, Latency.of(tally.toAcknowledgement), Latency.of(tally.toRecipient));
  }

  public static List<Figure> figures(List<Repetition> all) {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.over(all, "durable messages", "1/s", each -> each.perSecond()));
    addLatency(figures, all, "send to ack", Repetition::acknowledgement);
    addLatency(figures, all, "send to recipient", Repetition::delivery);
    figures.add(cost(all, "server CPU", each -> each.used.server()));
    figures.add(cost(all, "PostgreSQL CPU", each -> each.used.postgres()));
    figures.add(
        cost(all, "server + PostgreSQL CPU", each -> each.used.server() + each.used.postgres()));
    figures.add(cost(all, "generator CPU", each -> each.used.generator()));
    figures.add(Figure.over(all, "refused", "messages", each -> each.tally.refused));
    return figures;
  }

  private static void addLatency(
      List<Figure> figures, List<Repetition> all, String name, Function<Repetition, Latency> read) {
    figures.add(Figure.over(all, name + " p50", "ms", each -> read.apply(each).p50()));
    figures.add(Figure.over(all, name + " p99", "ms", each -> read.apply(each).p99()));
    figures.add(Figure.over(all, name + " max", "ms", each -> read.apply(each).max()));
  }

  private static Figure cost(
      List<Repetition> all, String name, ToDoubleFunction<Repetition> seconds) {
    return Figure.over(
        all, name, "s/1000", each -> seconds.applyAsDouble(each) * 1000 / each.tally.acknowledged);
  }

  String brief() {
    return "%,.0f durable messages/s, ack p50 %.2f ms, p99 %.2f ms"
        .formatted(perSecond(), acknowledgement.p50(), acknowledgement.p99());
  }

  private double perSecond() {
    return tally.acknowledged / seconds;
  }
}
