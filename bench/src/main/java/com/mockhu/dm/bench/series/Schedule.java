package com.mockhu.dm.bench.series;

import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.talk.Tally;
import com.mockhu.dm.bench.talk.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How long to warm up and how often to measure how long. */
public record Schedule(Duration warmUp, int repetitions, Duration length) {
  static final Set<String> OPTIONS = Set.of("warm-up", "repetitions", "seconds");

  static Schedule of(Options options) {
    return new Schedule(
        options.duration("warm-up", Duration.ofSeconds(15)),
        options.count("repetitions", 5),
        options.duration("seconds", Duration.ofSeconds(10)));
  }

  /** Measures running traffic; everything seen, the warm-up too, is added to {@code total}. */
  public List<Repetition> measure(Bench bench, Traffic traffic, Tally total) {
    bench.say("warming up for " + warmUp.toMillis() / 1e3 + " s");
    Pause.of(warmUp);
    total.add(traffic.cut());
    List<Repetition> measured = new ArrayList<>();
    for (int i = 1; i <= repetitions; i++) {
      measured.add(once(bench, traffic, total));
      bench.say("repetition %d of %d: %s".formatted(i, repetitions, measured.getLast().brief()));
    }
    return measured;
  }

  private Repetition once(Bench bench, Traffic traffic, Tally total) {
    ProcessorTime before = bench.meter().read();
    long start = System.nanoTime();
    Pause.of(length);
    Tally tally = traffic.cut();
    double seconds = (System.nanoTime() - start) / 1e9;
    ProcessorTime used = bench.meter().read().since(before);
    total.add(tally);
    return Repetition.of(seconds, tally, used);
  }
}
