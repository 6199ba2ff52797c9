package com.mockhu.dm.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The web client inside a page of a host application. */
class EmbeddingTest extends BrowserTest {
  private static final String HOST = "http://campus.test";

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_WEB_FRAME_ANCESTORS", HOST);
  }

  @Test
  void one_tag_shows_the_messages_of_whom_the_host_names_in_its_colours() {
    bob.sends("Seen from inside").to(alice);
    Page page = visit(HOST);
    var inside = page.frameLocator("iframe");
    inside.getByText("Seen from inside").first().waitFor();
    page.evaluate("globalThis.mounted.dress({variables: {'--accent': 'rgb(1, 2, 3)'}, mode: 'dark'})");
    page.frames()
        .getLast()
        .waitForFunction(
            "() => getComputedStyle(document.documentElement).getPropertyValue('--accent')"
                + " === 'rgb(1, 2, 3)' && document.documentElement.dataset.theme === 'dark'");
    page.waitForFunction("() => globalThis.unread === 1");
  }

  @Test
  void a_page_the_operator_did_not_name_gets_no_frame_and_is_asked_for_no_token() {
    Page page = visit("http://elsewhere.test");
    page.frames().getLast().waitForFunction("() => location.href.startsWith('chrome-error')");
    assertEquals(0, page.evaluate("globalThis.asked"));
  }

  private Page visit(String host) {
    Visitor browser = visitor();
    browser.expectsTrouble();
    String body =
        """
        <!doctype html><title>Host</title><div id="place"></div>
        <script src="http://127.0.0.1:%d/embed.js"></script>
        <script>
          var asked = 0;
          var mounted = Mockhu.mount({
            target: '#place',
            tokens: async () => { asked += 1; return '%s'; },
            unread: (count) => { globalThis.unread = count; },
          });
        </script>
        """
            .formatted(campus.port(), alice.token());
    browser
        .context()
        .route(
            host + "/**",
            route ->
                route.fulfill(new FulfillOptions().setContentType("text/html").setBody(body)));
    Page page = browser.context().newPage();
    page.navigate(host + "/");
    return page;
  }
}
