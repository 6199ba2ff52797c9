package com.mockhu.dm.bench.scenario;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Latency;
import com.mockhu.dm.bench.measure.ProcessorTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Many people connect and say nothing: what a socket costs to open and to keep. */
final class Idle implements Scenario {
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
    double before = bench.serverMemory();
    ProcessorTime start = bench.meter().read();
    Crowd crowd = Crowd.gather(bench, bench.options().count("sockets", STANDARD_SOCKETS));
    ProcessorTime handshakes = bench.meter().read().since(start);
    double open = bench.serverMemory();
    bench.say("all are connected; holding");
    Pause.of(bench.options().duration("hold", Duration.ofSeconds(40)));
    double held = bench.serverMemory();
    return new Result(
        figures(crowd, new Memory(before, open, held), handshakes),
        List.of("%,d of %,d sockets were still open".formatted(crowd.stillOpen(), crowd.size())),
        Optional.empty());
  }

  /** Resident memory of the server in KiB: without the sockets, just opened, after the hold. */
  private record Memory(double before, double open, double held) {}

  private static List<Figure> figures(Crowd crowd, Memory memory, ProcessorTime handshakes) {
    Latency upgrade = Latency.of(crowd.handshakes());
    return List.of(
        Figure.once("memory before", "MiB", memory.before / 1024),
        Figure.once("memory just opened", "MiB", memory.open / 1024),
        Figure.once("memory after the hold", "MiB", memory.held / 1024),
        Figure.once("per socket just opened", "KiB", (memory.open - memory.before) / crowd.size()),
        Figure.once("per socket held", "KiB", (memory.held - memory.before) / crowd.size()),
        Figure.once("handshakes", "1/s", crowd.size() / crowd.seconds()),
        Figure.once("handshake p50", "ms", upgrade.p50()),
        Figure.once("handshake p99", "ms", upgrade.p99()),
        Figure.once("server CPU, all handshakes", "s", handshakes.server()),
        Figure.once("PostgreSQL CPU, all handshakes", "s", handshakes.postgres()),
        Figure.once("generator CPU, all handshakes", "s", handshakes.generator()));
  }
}
