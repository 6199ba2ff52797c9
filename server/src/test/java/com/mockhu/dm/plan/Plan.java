package com.mockhu.dm.plan;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The cost of one execution of a statement.
 *
 * @param rows all rows that a step of the plan read, also those that it then discarded
 * @param blocks pages of tables and indexes that were read, from memory or disk
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
