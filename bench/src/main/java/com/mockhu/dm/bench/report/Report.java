package com.mockhu.dm.bench.report;

import com.mockhu.dm.bench.measure.Machine;
import com.mockhu.dm.bench.run.Result;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A completed run with all data needed to evaluate or repeat it. */
public record Report(
    String scenario,
    Instant date,
    Machine machine,
    Map<String, String> options,
    Map<String, String> database,
    Result result) {
  private static final String SECRET = "secret";
  private static final String DATABASE_URL = "database-url";
  private static final String ADMINISTRATION = "administration-url";

  /** Removes the secret and the database password from the report. */
  public Report {
    options = new TreeMap<>(options);
    options.remove(SECRET);
    options.keySet().removeIf(name -> name.endsWith(DATABASE_URL) || name.equals(ADMINISTRATION));
  }
}
