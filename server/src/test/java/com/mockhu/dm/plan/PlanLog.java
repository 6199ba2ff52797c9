package com.mockhu.dm.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.time.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The plans of all statements on one database as they ran, which PostgreSQL's module auto_explain
 * writes to its log. They are those of the product's own prepared statements, with whatever plan
 * was kept for them, which an EXPLAIN of the same text would not show.
 */
final class PlanLog {
  private static final Pattern ENTRY =
      Pattern.compile(" plan:\\n(\\t\\{.*?\\n\\t\\})\\n", Pattern.DOTALL);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "session_preload_libraries", "auto_explain",
          "auto_explain.log_min_duration", "0",
          "auto_explain.log_analyze", "on",
          "auto_explain.log_buffers", "on",
          "auto_explain.log_timing", "off",
          "auto_explain.log_parameter_max_length", "0",
          "auto_explain.log_format", "json");

  private final String url;
  private final Map<Path, Long> seen = new HashMap<>();
  private final ByteArrayOutputStream fresh = new ByteArrayOutputStream();

  /** Holds for connections that are opened from now on. */
  PlanLog(String url) {
    this.url = url;
    String name = url.substring(url.lastIndexOf('/') + 1);
    SETTINGS.forEach(
        (setting, value) ->
            TestCluster.administer(
                "ALTER DATABASE %s SET %s = '%s'".formatted(name, setting, value)));
  }

  /** The worst execution of each statement that ran on behalf of the work. */
  Map<String, Plan> during(Runnable work) {
    Map<String, Plan> worst = new LinkedHashMap<>();
    for (JsonNode explained : allDuring(work)) {
      Plan plan = Plan.of(explained);
      worst.merge(plan.query(), plan, Plan::worst);
    }
    return worst;
  }

  /** Every execution, in the order of their ends. */
  List<JsonNode> allDuring(Runnable work) {
    mark();
    fresh.reset();
    work.run();
    String end = mark();
    String text = fresh.toString(StandardCharsets.UTF_8);
    List<JsonNode> all = new ArrayList<>();
    Matcher entry = ENTRY.matcher(text);
    entry.region(0, text.indexOf(end));
    while (entry.find()) {
      JsonNode explained = Json.tree(entry.group(1));
      if (!explained.path("Query Text").asText().contains("mark-")) {
        all.add(explained);
      }
    }
    return all;
  }

  /** A statement of ours; when it is in the log, so is all that ended before it. */
  private String mark() {
    String word = "mark-" + UUID.randomUUID();
    try (var connection = TestCluster.dataSource(url).getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SELECT '" + word + "'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    Patience.until("the log has " + word, () -> read().contains(word));
    return word;
  }

  /** The lines since the last mark; only new ones are fetched. */
  private String read() {
    try (Stream<Path> files = Files.list(TestCluster.logs())) {
      for (Path file : files.sorted(Comparator.comparing(PlanLog::age)).toList()) {
        fetch(file);
      }
      return fresh.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fetch(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(seen.getOrDefault(file, 0L));
      seen.merge(file, in.transferTo(fresh), Long::sum);
    }
  }

  private static long age(Path file) {
    return file.toFile().lastModified();
  }
}
