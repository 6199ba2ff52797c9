package com.mockhu.dm.bench;

import com.mockhu.dm.bench.measure.Machine;
import com.mockhu.dm.bench.report.JsonReport;
import com.mockhu.dm.bench.report.Report;
import com.mockhu.dm.bench.report.TextTable;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Database;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Scenario;
import com.mockhu.dm.bench.scenario.Scenarios;
import com.mockhu.dm.bench.wire.WireException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Runs one scenario; exits with 1 when a check of the server failed, 2 when the scenario cannot
 * run.
 */
public final class Main {
  private static final int BROKEN = 1;
  private static final int UNUSABLE = 2;

  private Main() {}

  public static void main(String[] arguments) {
    // Requests and figures must not depend on the machine's language.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(arguments));
  }

  static int run(String[] arguments) {
    try {
      Scenario scenario = scenario(arguments);
      Options options = Options.parse(arguments, 1, Usage.options(scenario));
      Report report = run(scenario, options);
      System.out.println(TextTable.of(report));
      options.text("json").ifPresent(file -> JsonReport.write(report, Path.of(file)));
      return report.result().isSound() ? 0 : BROKEN;
    } catch (IllegalArgumentException | WireException e) {
      System.err.println(e.getMessage());
      return UNUSABLE;
    }
  }

  private static Scenario scenario(String[] arguments) {
    return Scenarios.named(arguments.length == 0 ? "" : arguments[0])
        .orElseThrow(() -> new IllegalArgumentException(Usage.text()));
  }

  private static Report run(Scenario scenario, Options options) {
    try (Bench bench = Bench.of(options, System.err)) {
      return new Report(
          scenario.name(),
          Instant.now(),
          Machine.here(),
          options.values(),
          bench.database().map(Database::settings).orElse(Map.of()),
          scenario.run(bench));
    }
  }
}
