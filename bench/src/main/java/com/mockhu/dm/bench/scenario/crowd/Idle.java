package com.mockhu.dm.bench.scenario.crowd;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.measure.ResidentMemory;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.MemoryReading;
import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Many people connect and send nothing: the cost of opening and keeping a socket. */
public final class Idle implements Scenario {
  private static final int STANDARD_SOCKETS = 10_000;

  @Override
  public String name() {
    return "idle";
  }

  @Override
  public String purpose() {
    return "--sockets 10000 connect and stay silent for --hold 40 s (after --warm-up-sockets 500)";
  }

  @Override
  public Set<String> options() {
    return Set.of("sockets", "warm-up-sockets", "hold");
  }

  @Override
  public Result run(Bench bench) {
    Crowd.gather(bench, bench.options().count("warm-up-sockets", 500)).leave();
    MemoryReading before = MemoryReading.of(bench.server());
    ProcessorTime start = bench.meter().read();
    Crowd crowd = Crowd.gather(bench, bench.options().count("sockets", STANDARD_SOCKETS));
    ProcessorTime handshakes = bench.meter().read().since(start);
    bench.say("all are connected; holding");
    Pause.of(bench.options().duration("hold", Duration.ofSeconds(40)));
    double held = ResidentMemory.kibibytes(bench.server());
    MemoryReading after = MemoryReading.of(bench.server());
    List<Figure> figures = new ArrayList<>(memory(crowd.size(), before, held, after));
    figures.addAll(handshakes(crowd, handshakes));
    return new Result(
        figures,
        List.of("%,d of %,d sockets were still open".formatted(crowd.stillOpen(), crowd.size())),
        Optional.empty());
  }

  private static List<Figure> memory(
      int sockets, MemoryReading before, double held, MemoryReading after) {
    return List.of(
        Figure.once("memory before", "MiB", before.resident() / 1024),
        Figure.once("memory held", "MiB", held / 1024),
        Figure.once("memory held, collected", "MiB", after.resident() / 1024),
        Figure.once("per socket", "KiB", (held - before.resident()) / sockets),
        Figure.once(
            "per socket, collected", "KiB", (after.resident() - before.resident()) / sockets),
        Figure.once(
            "per socket, live heap alone", "KiB", (after.heap() - before.heap()) / sockets));
  }

  private static List<Figure> handshakes(Crowd crowd, ProcessorTime used) {
    Latency upgrade = Latency.of(crowd.handshakes());
    return List.of(
        Figure.once("handshakes", "1/s", crowd.size() / crowd.seconds()),
        Figure.once("handshake p50", "ms", upgrade.p50()),
        Figure.once("handshake p99", "ms", upgrade.p99()),
        Figure.once("server CPU, all handshakes", "s", used.server()),
        Figure.once("PostgreSQL CPU, all handshakes", "s", used.postgres()),
        Figure.once("generator CPU, all handshakes", "s", used.generator()));
  }
}
