package com.mockhu.dm.bench.scenario.crowd;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.ResidentMemory;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.MemoryReading;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.series.MessageRun;
import com.mockhu.dm.bench.series.Repetition;
import com.mockhu.dm.bench.series.Schedule;
import com.mockhu.dm.bench.talk.Arrivals;
import com.mockhu.dm.bench.talk.Tally;
import com.mockhu.dm.bench.talk.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Many connected people, of whom a few send: measures the effect of the idle ones, and dropped
 * connections.
 */
public final class TalkingCrowd implements Scenario {
  private static final int STANDARD_SOCKETS = 10_000;
  private static final int STANDARD_PER_SECOND = 500;

  @Override
  public String name() {
    return "crowd";
  }

  @Override
  public String purpose() {
    return "--sockets 10000 stay open for --seconds 180, --talking 1 % of them at --rate 500 in all";
  }

  @Override
  public Set<String> options() {
    return Set.of("sockets", "talking", "rate", "warm-up", "seconds", "content-length");
  }

  @Override
  public Result run(Bench bench) {
    Options options = bench.options();
    int sockets = options.count("sockets", STANDARD_SOCKETS);
    int pairs = Math.max(1, sockets * options.count("talking", 1) / 200);
    Traffic traffic = Traffic.between(bench, pairs, false);
    Crowd crowd = Crowd.gather(bench, Math.max(1, sockets - 2 * pairs));
    bench.say("%,d sockets are open".formatted(crowd.size() + 2 * pairs));
    Memory before = Memory.of(bench.server());
    traffic.allowSending(true);
    double perLane = (double) options.count("rate", STANDARD_PER_SECOND) / traffic.senders().size();
    traffic.senders().forEach((lane, senders) -> Arrivals.start(lane, senders, perLane));
    Tally total = new Tally();
    List<Repetition> measured = schedule(options).measure(bench, traffic, total);
    double held = ResidentMemory.kibibytes(bench.server());
    traffic.allowSending(false);
    traffic.drain(total);
    List<Figure> figures = new ArrayList<>(Repetition.figures(measured));
    figures.addAll(before.figures("at the start"));
    figures.add(Figure.once("memory while they talk", "MiB", held / 1024));
    figures.addAll(Memory.of(bench.server()).figures("at the end"));
    long closed = crowd.size() - crowd.stillOpen() + total.closed;
    figures.add(Figure.once("unexpected closes", "sockets", closed));
    return new Result(figures, remarks(total, closed), bench.database().map(traffic::verify));
  }

  private static Schedule schedule(Options options) {
    return new Schedule(
        options.duration("warm-up", Duration.ofSeconds(15)),
        1,
        options.duration("seconds", Duration.ofSeconds(180)));
  }

  private static List<String> remarks(Tally total, long closed) {
    return List.of(MessageRun.counts(total), "%,d sockets were closed".formatted(closed));
  }

  /** As the process stood, and with its garbage collected, in KiB. */
  private record Memory(double resident, MemoryReading collected) {
    static Memory of(OptionalLong server) {
      return new Memory(ResidentMemory.kibibytes(server), MemoryReading.of(server));
    }

    List<Figure> figures(String when) {
      return List.of(
          Figure.once("memory " + when, "MiB", resident / 1024),
          Figure.once("memory " + when + ", collected", "MiB", collected.resident() / 1024),
          Figure.once("live heap " + when, "MiB", collected.heap() / 1024));
    }
  }
}
