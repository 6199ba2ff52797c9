package com.mockhu.dm.support.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code openapi.yaml}, and the check of a response against it. */
public final class ApiDocument {
  private static final SchemaDocument DOCUMENT = SchemaDocument.of("/api/openapi.yaml");

  private static final String JSON = "/content/application~1json/schema";

  private ApiDocument() {}

  /** Every route, as {@code METHOD /path/{name}}. */
  public static Set<String> routes() {
    Set<String> routes = new TreeSet<>();
    DOCUMENT.at("/paths").properties().forEach(path -> routes.addAll(methods(path)));
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
    return DOCUMENT.words("/components/schemas/ErrorCode/enum");
  }

  public static Set<String> fileReasons() {
    return DOCUMENT.words("/components/schemas/FileReason/enum");
  }

  /** The fields of a route's JSON body, and of each whether it may be null. */
  public static Map<String, Boolean> bodyFields(String method, String path) {
    String body = DOCUMENT.target(operation(method, path) + "/requestBody");
    String schema = DOCUMENT.target(body + JSON);
    Map<String, Boolean> fields = new TreeMap<>();
    DOCUMENT
        .at(schema + "/properties")
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
    String operation = operation(method, path.replaceAll("\\?.*", ""));
    if (operation == null) {
      return;
    }
    String status = operation + "/responses/" + answer.status();
    assertTrue(DOCUMENT.has(status), () -> "The API document has no such status: " + answer);
    String schema = DOCUMENT.target(status) + JSON;
    if (DOCUMENT.has(schema) && !method.equals("HEAD")) {
      List<String> faults = DOCUMENT.faults(schema, answer.json());
      assertEquals(List.of(), faults, () -> "The API document says otherwise: " + answer);
    }
  }

  /** Where the operation is; null for paths and methods that the document does not name. */
  private static String operation(String method, String path) {
    String verb = method.toLowerCase(java.util.Locale.ROOT);
    JsonNode paths = DOCUMENT.at("/paths");
    Stream<String> templates =
        paths.has(path)
            ? Stream.of(path)
            : paths.properties().stream().map(Map.Entry::getKey).filter(each -> fits(each, path));
    return templates
        .filter(template -> paths.path(template).has(verb))
        .map(template -> "/paths/" + template.replace("/", "~1") + "/" + verb)
        .findFirst()
        .orElse(null);
  }

  private static boolean fits(String template, String path) {
    return path.matches(template.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
  }
}
