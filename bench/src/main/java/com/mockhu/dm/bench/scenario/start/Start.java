package com.mockhu.dm.bench.scenario.start;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.run.Scenario;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The time from the command to the first 200 of {@code /health}, with a running database. */
public final class Start implements Scenario {
  @Override
  public String name() {
    return "start";
  }

  @Override
  public String purpose() {
    return "--repetitions 5 times a server starts on an empty database, and again on the same one";
  }

  @Override
  public Set<String> options() {
    return Set.of("repetitions", "command", "administration-url");
  }

  @Override
  public Result run(Bench bench) {
    Options options = bench.options();
    Path command = Path.of(options.required("command"));
    String address = options.required("administration-url");
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    try (Database administration = Database.connect(address)) {
      for (int i = 0; i < options.count("repetitions", 5); i++) {
        String database = emptyDatabase(administration, address);
        first.add(StartedServer.secondsUntilReady(command, database));
        again.add(StartedServer.secondsUntilReady(command, database));
        bench.say(
            "empty database %.2f s, again %.2f s".formatted(first.getLast(), again.getLast()));
      }
    }
    return new Result(
        List.of(
            new Figure("empty database, migrations included", "s", first),
            new Figure("database as it was left", "s", again)),
        List.of("the script and the start of the JVM included; " + command),
        Optional.empty());
  }

  private static String emptyDatabase(Database administration, String address) {
    String name = "start_" + UUID.randomUUID().toString().replace("-", "");
    administration.change("CREATE DATABASE " + name);
    return URI.create(address).resolve("/" + name).toString();
  }
}
