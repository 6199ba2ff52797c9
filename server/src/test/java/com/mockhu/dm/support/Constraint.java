package com.mockhu.dm.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The constraints of one schema on one value, not on what is inside it. */
final class Constraint {
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** Always six fraction digits. */
  private static final String TIME = "[0-9-]{10}T[0-9:]{8}\\.[0-9]{6}Z";

  private Constraint() {}

  static List<String> faults(String at, JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    if (schema.has("type") && !isOfType(schema.get("type"), value)) {
      faults.add(at + " is no " + schema.get("type"));
    }
    if (schema.has("const") && !schema.get("const").equals(value)) {
      faults.add(at + " is not " + schema.get("const"));
    }
    if (schema.has("enum") && stream(schema.get("enum")).noneMatch(value::equals)) {
      faults.add(at + " is none of " + schema.get("enum"));
    }
    if (value.isTextual() && !hasFormat(schema.path("format").asText(), value.asText())) {
      faults.add(at + " is no " + schema.path("format").asText());
    }
    if (value.isNumber()
        && schema.has("minimum")
        && value.asLong() < schema.get("minimum").asLong()) {
      faults.add(at + " is under " + schema.get("minimum"));
    }
    return faults;
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    return type.isArray()
        ? stream(type).anyMatch(each -> isOfType(each, value))
        : switch (type.asText()) {
          case "string" -> value.isTextual();
          case "integer" -> value.isIntegralNumber();
          case "number" -> value.isNumber();
          case "boolean" -> value.isBoolean();
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "null" -> value.isNull();
          default -> throw new AssertionError("Unknown type " + type);
        };
  }

  private static boolean hasFormat(String format, String text) {
    return switch (format) {
      case "uuid" -> text.matches(UUID);
      case "date-time" -> isUtc(text);
      default -> true;
    };
  }

  private static boolean isUtc(String text) {
    try {
      Instant.parse(text);
      return text.matches(TIME);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
