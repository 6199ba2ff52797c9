package com.mockhu.dm.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.HostPage;
import com.mockhu.dm.web.browser.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The web client inside a page of a host application. */
class EmbeddingTest extends BrowserTest {
  private final HostPage named = new HostPage();
  private final HostPage stranger = new HostPage();

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_WEB_FRAME_ANCESTORS", named.origin());
  }

  @Test
  void one_tag_shows_the_messages_of_whom_the_host_names_in_its_colours() {
    bob.sends("Seen from inside").to(alice);
    Page page = visit(named);
    var inside = page.frameLocator("iframe");
    inside.getByText("Seen from inside").first().waitFor();
    page.evaluate(
        "globalThis.mounted.dress({variables: {'--accent': 'rgb(1, 2, 3)'}, mode: 'dark'})");
    page.frames()
        .getLast()
        .waitForFunction(
            "() => getComputedStyle(document.documentElement).getPropertyValue('--accent')"
                + " === 'rgb(1, 2, 3)' && document.documentElement.dataset.theme === 'dark'");
    page.waitForFunction("() => globalThis.unread === 1");
  }

  @Test
  void a_page_the_operator_did_not_name_gets_no_frame_and_is_asked_for_no_token() {
    Page page = visit(stranger);
    page.frames().getLast().waitForFunction("() => location.href.startsWith('chrome-error')");
    assertEquals(0, page.evaluate("globalThis.asked"));
  }

  @AfterAll
  void closeHosts() {
    named.close();
    stranger.close();
  }

  private Page visit(HostPage host) {
    host.shows(
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
            .formatted(campus.port(), alice.token()));
    Visitor browser = visitor();
    browser.expectsTrouble();
    Page page = browser.context().newPage();
    page.navigate(host.origin() + "/");
    return page;
  }
}
