package com.mockhu.dm.bench.scenario.peer;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.ProcessorTime;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Pause;
import com.mockhu.dm.bench.series.Contender;
import com.mockhu.dm.bench.series.SilentCrowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Silent people on every contender: connected one server after the other, held all together for as
 * long as ejabberd takes to put its idle processes to sleep (30 s), and weighed at the end.
 */
record PeerIdle(Bench bench, List<Contender> contenders) {
  private static final int STANDARD_SOCKETS = 5_000;
  private static final int WARM_UP = 500;

  /** One server's crowd, and its memory before it came. */
  private record Guests(Contender contender, SilentCrowd attendance, double before) {}

  void run(List<Figure> figures, List<String> remarks) {
    int sockets = bench.options().count("sockets", STANDARD_SOCKETS);
    List<Guests> all = new ArrayList<>();
    for (Contender contender : contenders) {
      contender.gather(Math.min(sockets, WARM_UP)).leave();
      double before = contender.memory();
      ProcessorTime start = contender.meter().read();
      SilentCrowd attendance = contender.gather(sockets);
      figures.addAll(cost(contender, attendance, contender.meter().read().since(start)));
      all.add(new Guests(contender, attendance, before));
      bench.say("  %,d connected to %s".formatted(attendance.size(), contender.name()));
    }
    Pause.of(bench.options().duration("hold", Duration.ofSeconds(40)));
    for (Guests guests : all) {
      figures.add(memory(guests));
      remarks.add(remark(guests));
      guests.attendance().leave();
    }
  }

  private static List<Figure> cost(
      Contender contender, SilentCrowd attendance, ProcessorTime used) {
    String prefix = "idle, " + contender.name() + ": ";
    double thousands = attendance.size() / 1000.0;
    return List.of(
        Figure.once(prefix + "handshakes", "1/s", attendance.size() / attendance.seconds()),
        Figure.once(prefix + "CPU server", "s/1000", used.server() / thousands),
        Figure.once(prefix + "CPU PostgreSQL", "s/1000", used.postgres() / thousands));
  }

  private static Figure memory(Guests guests) {
    double grown = guests.contender().memory() - guests.before();
    return Figure.once(
        "idle, %s: memory each".formatted(guests.contender().name()),
        "KiB",
        grown / guests.attendance().size());
  }

  private static String remark(Guests guests) {
    return "idle, %s: %,d of %,d were still connected"
        .formatted(
            guests.contender().name(), guests.attendance().stillOpen(), guests.attendance().size());
  }
}
