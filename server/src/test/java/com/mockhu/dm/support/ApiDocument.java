package com.mockhu.dm.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code openapi.yaml}, and what it says of one answer. */
public final class ApiDocument {
  private static final Schema DOCUMENT = Schema.of("/api/openapi.yaml");

  private ApiDocument() {}

  /** Every route, as {@code METHOD /path/{name}}. */
  public static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    DOCUMENT.root().path("paths").properties().forEach(path -> routes.addAll(methods(path)));
    return routes;
  }

  private static List<String> methods(Map.Entry<String, JsonNode> path) {
    return path.getValue().properties().stream()
        .map(Map.Entry::getKey)
        .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())
        .toList();
  }

  public static Set<String> errorCodes() {
    Set<String> codes = new TreeSet<>();
    DOCUMENT.root().at("/components/schemas/ErrorCode/enum").forEach(c -> codes.add(c.asText()));
    return codes;
  }

  public static Set<String> fileReasons() {
    Set<String> codes = new TreeSet<>();
    DOCUMENT.root().at("/components/schemas/FileReason/enum").forEach(c -> codes.add(c.asText()));
    return codes;
  }

  /** The fields of a route's JSON body, and of each whether it may be null. */
  public static Map<String, Boolean> bodyFields(String method, String path) {
    JsonNode body = DOCUMENT.resolved(operation(method, path).path("requestBody"));
    JsonNode schema = DOCUMENT.resolved(body.at("/content/application~1json/schema"));
    Map<String, Boolean> fields = new TreeMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(each -> fields.put(each.getKey(), isNullable(each.getValue().path("type"))));
    return fields;
  }

  private static boolean isNullable(JsonNode type) {
    return type.isArray() && type.valueStream().anyMatch(each -> each.asText().equals("null"));
  }

  public static Set<String> reasons() {
    return DOCUMENT.words("/components/schemas/Reason/enum");
  }

  /** The answer has a status that the document names for the route, and the shape it gives it. */
  static void check(String method, String path, Answer answer) {
    JsonNode operation = operation(method, path.replaceAll("\\?.*", ""));
    if (operation == null) {
      return;
    }
    JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
    assertTrue(response.isObject(), () -> "The API document has no such status: " + answer);
    JsonNode schema = DOCUMENT.resolved(response).at("/content/application~1json/schema");
    if (!schema.isMissingNode() && !method.equals("HEAD")) {
      List<String> faults = DOCUMENT.faults(schema, answer.json());
      assertEquals(List.of(), faults, () -> "The API document says otherwise: " + answer);
    }
  }

  /** Null for what the document doesn't name: unknown paths and methods. */
  private static JsonNode operation(String method, String path) {
    String verb = method.toLowerCase(java.util.Locale.ROOT);
    JsonNode found = null;
    for (Map.Entry<String, JsonNode> each : DOCUMENT.root().path("paths").properties()) {
      boolean isExact = each.getKey().equals(path);
      if (each.getValue().has(verb) && (isExact || found == null && fits(each.getKey(), path))) {
        found = each.getValue().get(verb);
      }
      if (isExact) {
        return each.getValue().get(verb);
      }
    }
    return found;
  }

  private static boolean fits(String template, String path) {
    return path.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
  }
}
