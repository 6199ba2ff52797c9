package com.mockhu.dm.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.SourceModules;
import org.junit.jupiter.api.Test;

/** Addresses in what other people wrote. */
class LinksTest extends BrowserTest {
  private static final String LOAD =
      """
      async () => {
        globalThis.links = await import('/source/view/conversation/links.js');
      }
      """;

  /** The letters that are looked at while a text is read: all that the pieces and searches span. */
  private static final String COUNT =
      """
      (text) => {
        let work = 0;
        const whole = {};
        for (const name of ['split', 'slice', 'indexOf', 'endsWith']) {
          whole[name] = String.prototype[name];
          String.prototype[name] = function (...given) {
            if (name === 'split') work += this.length;
            if (name === 'indexOf') work += 1;
            if (name === 'slice') work += 1;
            return whole[name].apply(this, given);
          };
        }
        links.linked(text);
        for (const name of Object.keys(whole)) String.prototype[name] = whole[name];
        return work;
      }
      """;

  private static String trimmed(Page page, String address) {
    return (String) page.evaluate("(address) => links.trim(address)", address);
  }

  private Page opened() {
    // The page itself allows the template library once, and has it.
    Page page = visitor().opens("/health");
    SourceModules.addTo(page.context());
    page.evaluate(LOAD);
    return page;
  }

  @Test
  void what_ends_a_sentence_is_not_part_of_an_address() {
    Page page = opened();
    assertEquals("https://a.b/c", trimmed(page, "https://a.b/c."));
    assertEquals("https://a.b/c", trimmed(page, "https://a.b/c)!?"));
    assertEquals("https://a.b/c_(d)", trimmed(page, "https://a.b/c_(d)"));
    assertEquals("https://a.b/c_(d)", trimmed(page, "https://a.b/c_(d)),"));
  }

  @Test
  void ten_thousand_brackets_are_read_once() {
    int brackets = 9_000;
    int work = (int) opened().evaluate(COUNT, "https://a.b/" + ")".repeat(brackets));
    assertTrue(work < 10 * brackets, () -> work + " steps");
  }
}
