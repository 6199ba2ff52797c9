package com.mockhu.dm.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What one execution of a statement cost.
 *
 * @param rows all that any step of the plan looked at, also what it then left out
 * @param blocks pages of tables and indexes that were looked at, in memory or not
 */
record Plan(String query, long rows, long blocks) {

  static Plan of(JsonNode explained) {
    JsonNode root = explained.path("Plan");
    long blocks =
        root.path("Shared Hit Blocks").asLong() + root.path("Shared Read Blocks").asLong();
    String query = explained.path("Query Text").asText().replaceAll("\\s+", " ").strip();
    return new Plan(query, rows(root), blocks);
  }

  private static long rows(JsonNode step) {
    double loops = step.path("Actual Loops").asDouble();
    double each =
        step.path("Actual Rows").asDouble()
            + step.path("Rows Removed by Filter").asDouble()
            + step.path("Rows Removed by Join Filter").asDouble()
            + step.path("Rows Removed by Index Recheck").asDouble();
    long sum = Math.round(each * loops);
    for (JsonNode child : step.path("Plans")) {
      sum += rows(child);
    }
    return sum;
  }

  Plan worst(Plan other) {
    return new Plan(query, Math.max(rows, other.rows), Math.max(blocks, other.blocks));
  }
}
