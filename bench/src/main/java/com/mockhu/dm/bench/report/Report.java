package com.mockhu.dm.bench.report;

import com.mockhu.dm.bench.measure.Machine;
import com.mockhu.dm.bench.scenario.Result;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A finished run with all that is needed to judge or repeat it. */
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

  /** The secret and the database's password are no one's business afterwards. */
  public Report {
    options = new TreeMap<>(options);
    options.remove(SECRET);
    options.keySet().removeIf(name -> name.endsWith(DATABASE_URL) || name.equals(ADMINISTRATION));
  }
}
