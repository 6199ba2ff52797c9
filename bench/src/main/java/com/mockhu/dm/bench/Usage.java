package com.mockhu.dm.bench;

import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.scenario.Scenarios;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The usage text of the command line. */
final class Usage {
  private static final Set<String> COMMON =
      Set.of(
          "url",
          "secret",
          "issuer",
          "threads",
          "server-pid",
          "postgres-pid",
          "database-url",
          "json",
          "label");

  private Usage() {}

  static Set<String> options(Scenario scenario) {
    Set<String> options = new HashSet<>(COMMON);
    options.addAll(scenario.options());
    return options;
  }

  static String text() {
    return """
    usage: bench SCENARIO [--option value]...

    %s
    scenarios that send: --warm-up 15 --repetitions 5 --seconds 10 --content-length 64
    scenarios of turns: --rounds 3 --seconds 4 --warm-up 30 (at most) --window 1
    all: --url --secret --issuer --threads 1 --server-pid --postgres-pid --database-url --json FILE
    --label TEXT (what is measured)
    The secret and the database's address may come as DM_JWT_SECRET and DM_DATABASE_URL instead.
    """
        .formatted(
            Scenarios.all().stream()
                .map(each -> "  %-8s %s%n".formatted(each.name(), each.purpose()))
                .collect(Collectors.joining()));
  }
}
