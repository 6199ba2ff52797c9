package com.mockhu.dm.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The cost of some work in the database.
 *
 * @param statements how many ran, without those that begin and end transactions
 * @param rows how many were written, by operation and table
 */
record Cost(int statements, Map<String, Long> rows) {
  /** Statements of timers, which run independently of the work. */
  private static final Pattern BACKGROUND =
      Pattern.compile("profile_changes|nodes|last_seen|^SELECT user_id, head FROM account_heads");

  static Cost of(List<JsonNode> explained) {
    List<JsonNode> own =
        explained.stream()
            .filter(each -> !BACKGROUND.matcher(each.path("Query Text").asText()).find())
            .toList();
    Map<String, Long> rows = new TreeMap<>();
    own.forEach(each -> count(each.path("Plan"), rows));
    return new Cost(own.size(), rows);
  }

  private static void count(JsonNode step, Map<String, Long> rows) {
    if (step.path("Node Type").asText().equals("ModifyTable")) {
      String table = step.path("Relation Name").asText();
      long fed = 0;
      for (JsonNode each : step.path("Plans")) {
        fed += Math.round(each.path("Actual Rows").asDouble() * each.path("Actual Loops").asLong());
      }
      String what = step.path("Operation").asText().toLowerCase(java.util.Locale.ROOT);
      rows.merge(what + " " + table, fed, Long::sum);
    }
    step.path("Plans").forEach(each -> count(each, rows));
  }
}
