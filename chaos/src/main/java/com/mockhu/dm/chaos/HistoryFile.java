package com.mockhu.dm.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A round as JSON, for analysing an anomaly. */
final class HistoryFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().configure(SerializationFeature.INDENT_OUTPUT, false);

  private HistoryFile() {}

  /** Times are nanoseconds since the round began. */
  static void write(Path folder, int number, long seed, Plan.Round round, Verdict verdict)
      throws IOException {
    Map<String, Object> file = new TreeMap<>();
    file.put("seed", seed);
    file.put("round", number);
    file.put("nemesis", round.nemesis().name());
    file.put("fault_planned_ms", round.settings().fault().toMillis());
    file.put("struck", verdict.struck());
    file.put("healed", verdict.healed());
    file.put("recovery_ms", verdict.recovery().toMillis());
    file.put("anomalies", verdict.anomalies().stream().map(Object::toString).toList());
    file.put("operations", verdict.history().operations());
    file.put("sights", verdict.history().sights());
    file.put("troubles", List.copyOf(verdict.history().troubles()));
    Files.createDirectories(folder);
    String name = "round-%03d-%s.json".formatted(number, round.nemesis().name());
    JSON.writeValue(folder.resolve(name).toFile(), file);
  }
}
