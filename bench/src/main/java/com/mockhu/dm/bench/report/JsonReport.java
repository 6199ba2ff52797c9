package com.mockhu.dm.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mockhu.dm.bench.measure.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs. */
public final class JsonReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonReport() {}

  public static void write(Report report, Path file) {
    try {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), tree(report));
    } catch (IOException e) {
      throw new UncheckedIOException("The report can't be written to " + file, e);
    }
  }

  private static Map<String, Object> tree(Report report) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("scenario", report.scenario());
    tree.put("date", report.date().toString());
    tree.put("machine", report.machine());
    tree.put("options", report.options());
    tree.put("database", report.database());
    tree.put("figures", figures(report.result().figures()));
    tree.put("remarks", report.result().remarks());
    tree.put("verification", report.result().verification().orElse(null));
    return tree;
  }

  private static List<Map<String, Object>> figures(List<Figure> figures) {
    return figures.stream().filter(Figure::isMeasured).map(JsonReport::figure).toList();
  }

  private static Map<String, Object> figure(Figure figure) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", figure.name());
    tree.put("unit", figure.unit());
    tree.put("median", figure.median());
    tree.put("min", figure.min());
    tree.put("max", figure.max());
    tree.put("values", figure.values());
    return tree;
  }
}
