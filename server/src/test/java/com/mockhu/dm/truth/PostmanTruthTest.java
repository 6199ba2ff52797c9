package com.mockhu.dm.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.ApiDocument;
import com.mockhu.dm.support.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The Postman collection against the API document. That it passes is newman's to say. */
class PostmanTruthTest {
  /** Pages and their parts are for browsers; the addresses of files come from an upload. */
  private static boolean isForPrograms(String route) {
    return !route.startsWith("GET /")
        || route.matches("GET /(v1|health|metrics|openapi|asyncapi|docs$).*");
  }

  @Test
  void the_collection_has_every_route() throws IOException {
    List<String> requests = requests();
    Set<String> missing = new TreeSet<>(ApiDocument.routes());
    missing.removeIf(route -> !isForPrograms(route));
    assertFalse(missing.isEmpty());
    missing.removeIf(route -> requests.stream().anyMatch(request -> fits(route, request)));
    assertEquals(Set.of(), missing);
  }

  @Test
  void every_request_of_the_collection_has_checks() throws IOException {
    List<String> unchecked =
        items().stream()
            .filter(item -> !item.path("event").toString().contains("pm.test("))
            .map(item -> item.path("name").asText())
            .toList();
    assertEquals(List.of(), unchecked);
  }

  private static boolean fits(String route, String request) {
    return request.matches(route.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+"));
  }

  private static List<String> requests() throws IOException {
    return items().stream()
        .map(item -> item.path("request"))
        .map(each -> each.path("method").asText() + " " + path(each.at("/url/raw").asText()))
        .toList();
  }

  private static String path(String raw) {
    return raw.replace("{{base}}", "").replaceAll("\\?.*", "");
  }

  private static List<JsonNode> items() throws IOException {
    JsonNode collection = Json.tree(Files.readString(Path.of("../docs/postman.json")));
    return collection.path("item").findParents("request");
  }
}
