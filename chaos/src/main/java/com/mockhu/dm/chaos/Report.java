package com.mockhu.dm.chaos;

import com.mockhu.dm.chaos.check.Anomaly;
import com.mockhu.dm.chaos.history.Outcome;
import java.io.PrintStream;
import java.time.Duration;

/** One line per round, followed by its anomalies. */
final class Report {
  private static final int MOST_SHOWN = 12;
  private static final String LINE = "%5s  %-22s %7s %7s %7s  %8s  %9s  %9s  %9s%n";

  private final PrintStream out;
  private int rounds;
  private long ok;
  private long unknown;
  private long failed;
  private int anomalies;

  Report(PrintStream out) {
    this.out = out;
  }

  void head(long seed) {
    out.printf("seed %d%n", seed);
    out.printf(
        LINE,
        "round",
        "nemesis",
        "ok",
        "failed",
        "unknown",
        "fault s",
        "back in s",
        "slowest s",
        "anomalies");
  }

  void add(Plan.Round round, Verdict verdict) {
    long good = verdict.history().count(Outcome.Ok.class::isInstance);
    long bad = verdict.history().count(Outcome.Failed.class::isInstance);
    long open = verdict.history().count(Outcome.Unknown.class::isInstance);
    rounds++;
    ok += good;
    failed += bad;
    unknown += open;
    anomalies += verdict.anomalies().size();
    out.printf(
        LINE,
        rounds,
        round.nemesis().name(),
        good,
        bad,
        open,
        seconds(Duration.ofNanos(verdict.healed() - verdict.struck())),
        seconds(verdict.recovery()),
        seconds(verdict.slowest()),
        verdict.anomalies().size());
    verdict.anomalies().stream().limit(MOST_SHOWN).map(Anomaly::toString).forEach(this::indented);
  }

  private void indented(String text) {
    out.println("         " + text);
  }

  void skipped(String name, String why) {
    out.println("SKIPPED  " + name + ": " + why);
  }

  /** True when nothing was wrong in any round. */
  boolean end() {
    out.printf(
        "%d rounds: %d ok, %d failed, %d unknown; %d anomalies%n",
        rounds, ok, failed, unknown, anomalies);
    return anomalies == 0 && rounds > 0;
  }

  private static String seconds(Duration duration) {
    return "%.1f".formatted(duration.toMillis() / 1000.0);
  }
}
