package com.mockhu.dm.scenario.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.SharedServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages that describe the API to people (behaviour §1). */
class DocumentPagesTest extends SharedServerTest {
  @ParameterizedTest
  @CsvSource({
    "/docs, REST API, /openapi.json, rest",
    "/docs/index.html, REST API, /openapi.json, rest",
    "/docs/socket.html, Socket, /asyncapi.json, socket"
  })
  void each_page_names_its_source_and_marks_itself(
      String path, String title, String source, String name) {
    String page = get(path);
    assertTrue(page.contains("<title>" + title + " · Mockhu DM</title>"), page);
    assertTrue(page.contains("data-page=\"" + name + "\" data-source=\"" + source + "\""), page);
    assertEquals(2, page.split("aria-current=\"page\"").length);
    assertFalse(page.contains("{{"));
  }

  @Test
  void the_frame_of_the_pages_is_no_page() {
    campus
        .http()
        .raw("GET", "/docs/frame.html", Map.of(), BodyPublishers.noBody())
        .isRefused(404, "not_found");
  }

  private String get(String path) {
    var answer = campus.http().download("GET", path, Map.of());
    assertEquals(200, answer.statusCode());
    return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
