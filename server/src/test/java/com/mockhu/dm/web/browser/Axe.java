package com.mockhu.dm.web.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.mockhu.dm.support.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Looks for what keeps people from using a page: axe-core, its rules for WCAG 2.2 AA and its
 * advice.
 */
public final class Axe {
  private static final String SCRIPT = script();

  private static final String RUN =
      """
      async (target) => {
        const found = await axe.run(target ? document.querySelector(target) : document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return JSON.stringify(found.violations.map(({ id, nodes }) =>
          id + ': ' + nodes.map((each) => each.html.slice(0, 240) + ' ' + each.failureSummary).join(' | ')));
      }
      """;

  private Axe() {}

  public static void findsNothingIn(Page page, String view) {
    Stillness.of(page);
    page.evaluate(SCRIPT);
    List<JsonNode> found = Json.list(Json.tree((String) page.evaluate(RUN)));
    assertEquals(List.of(), found.stream().map(JsonNode::asText).toList(), view);
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
