package com.mockhu.dm.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A check of answers that lets everything pass would go unnoticed. */
class SchemaDocumentTest {
  private static final SchemaDocument DOCUMENT = SchemaDocument.of("/api/openapi.yaml");
  private static final String BLOCKED = "/components/schemas/BlockedUser";

  private static ObjectNode good() {
    ObjectNode blocked = (ObjectNode) Json.tree("{}");
    return blocked
        .put("id", UUID.randomUUID().toString())
        .put("username", "maya")
        .put("full_name", "Maya Lind")
        .put("blocked_at", "2026-11-22T08:30:00.000000Z");
  }

  private static void assertFaulty(JsonNode value) {
    assertFalse(DOCUMENT.faults(BLOCKED, value).isEmpty(), value::toString);
  }

  @Test
  void a_value_as_documented_has_no_faults() {
    assertEquals(List.of(), DOCUMENT.faults(BLOCKED, good()));
  }

  @ParameterizedTest
  @CsvSource({
    "id, 0199B3A2-7C1E-7A40-8F3E-2B6D0C5A9E12",
    "id, 0199b3a2",
    "blocked_at, 2026-11-22T08:30:00Z",
    "blocked_at, 2026-11-22T08:30:00.000000+00:00",
    "blocked_at, 2026-13-22T08:30:00.000000Z",
    "new_field, unexpected"
  })
  void a_wrong_format_or_an_undocumented_field_is_a_fault(String field, String value) {
    assertFaulty(good().put(field, value));
  }

  @Test
  void a_wrong_type_or_a_missing_field_is_a_fault() {
    assertFaulty(good().put("username", 7));
    assertFaulty(good().putNull("username"));
    assertFaulty(good().without("username"));
  }

  @Test
  void a_value_deep_below_references_is_checked() {
    String failure = "/components/schemas/Failure";
    JsonNode good =
        Json.tree(
            "{'success': false, 'error': {'code': 'blocked', 'message': 'x'}}".replace('\'', '"'));
    assertEquals(List.of(), DOCUMENT.faults(failure, good));
    ((ObjectNode) good.path("error")).put("code", "no_such_code");
    assertEquals(1, DOCUMENT.faults(failure, good).size());
  }
}
