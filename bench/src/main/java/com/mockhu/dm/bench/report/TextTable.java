package com.mockhu.dm.bench.report;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.measure.Machine;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A report for the terminal. */
public final class TextTable {
  private static final Set<String> DURABLE = Set.of("fsync", "synchronous_commit");
  private static final String ROW = "%-46s %12s %12s %12s  %s%n";

  private TextTable() {}

  public static String of(Report report) {
    return head(report)
        + row("", "median", "min", "max", "")
        + report.result().figures().stream().map(TextTable::row).collect(Collectors.joining())
        + foot(report);
  }

  private static String head(Report report) {
    Machine machine = report.machine();
    return """

    %s on %s
    %d x %s, %s, %s, JDK %s
    options %s
    database %s

    """
        .formatted(
            report.scenario(),
            report.date(),
            machine.processors(),
            machine.processor(),
            machine.memory(),
            machine.system(),
            machine.java(),
            report.options(),
            report.database().isEmpty() ? "not asked (no --database-url)" : report.database());
  }

  private static String row(Figure figure) {
    return figure.isMeasured()
        ? row(
            figure.name(),
            number(figure.median()),
            number(figure.min()),
            number(figure.max()),
            figure.unit())
        : row(figure.name(), "not measured", "", "", "");
  }

  private static String row(String name, String median, String min, String max, String unit) {
    return ROW.formatted(name, median, min, max, unit);
  }

  /** Three significant digits: more would be noise. */
  private static String number(double value) {
    double size = Math.abs(value);
    String pattern = size >= 100 ? "%,.0f" : size >= 1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, pattern, value);
  }

  private static String foot(Report report) {
    String remarks =
        report.result().remarks().stream()
            .map(remark -> remark + System.lineSeparator())
            .collect(Collectors.joining());
    return remarks + durability(report) + promise(report);
  }

  private static String durability(Report report) {
    boolean isDurable =
        report.database().entrySet().stream()
            .filter(setting -> DURABLE.contains(setting.getKey()))
            .noneMatch(setting -> setting.getValue().equals("off"));
    return isDurable ? "" : "NOT DURABLE: a commit of this database need not be on disk\n";
  }

  private static String promise(Report report) {
    return report
        .result()
        .verification()
        .map(verification -> "promise " + verification.sentence())
        .orElse("promise not checked: the scenario stores nothing, or no database was named");
  }
}
