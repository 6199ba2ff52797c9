package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.ReducedMotion;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Stillness;
import com.mockhu.dm.web.browser.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small screens, calm screens, and the messenger as an application of its own. */
class LayoutTest extends MessengerTest {
  @Test
  void on_a_narrow_screen_list_and_chat_take_turns_and_nothing_sticks_out() {
    bob.sends("https://example.org/" + "a".repeat(300)).to(alice);
    carol.sends("Elsewhere").to(alice);
    Visitor browser = visitor(new NewContextOptions().setViewportSize(320, 640));
    Messenger alices = Messenger.of(browser, alice, "/");
    alices.row("bob. ").waitFor();
    fits(alices);
    alices.row("bob. ").click();
    alices.log().getByText("https://example.org/").waitFor();
    assertThat(alices.row("bob. ")).not().isVisible();
    fits(alices);
    alices.button("Back. 1 unread message in other chats").click();
    alices.isFocused(alices.row("bob. "));
    alices.page().goBack();
    alices.page().goForward();
    alices.link("Settings").click();
    alices.heading("Appearance").waitFor();
    fits(alices);
    alices.button("Back").click();
    alices.link("New chat").click();
    alices.heading("New chat").waitFor();
    fits(alices);
  }

  /** Text that ends in an ellipsis may be cut off. */
  private static void fits(Messenger screen) {
    Stillness.of(screen.page());
    String wide =
        """
        () => [...document.querySelectorAll('body, body *')].filter((each) => {
          for (let outer = each; outer; outer = outer.parentElement) {
            if (getComputedStyle(outer).textOverflow === 'ellipsis') return false;
          }
          const { left, right, width } = each.getBoundingClientRect();
          return each.checkVisibility() && width > 0 && !each.closest('.heard, svg')
            && (left < -1 || right > innerWidth + 1);
        }).map((each) => each.outerHTML.slice(0, 200))
        """;
    assertEquals(List.of(), screen.page().evaluate(wide));
    assertEquals(320, screen.page().evaluate("document.documentElement.scrollWidth"));
  }

  @Test
  void who_wants_calm_sees_nothing_move() {
    String id = bob.sends("Calm").to(alice).conversation();
    Visitor browser = visitor(new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    Messenger alices = Messenger.of(browser, alice, "/c/" + id);
    alices.log().getByText("Calm").waitFor();
    alices.button("Chat options").click();
    alices.menuItem("Block").click();
    alices.dialog("Block bob?").waitFor();
    String moving =
        "() => document.getAnimations().filter((each) => {"
            + "const { duration, iterations } = each.effect.getComputedTiming();"
            + "return duration * iterations > 20; }).length";
    assertEquals(0, alices.page().evaluate(moving));
  }

  @Test
  void it_can_be_installed() {
    Visitor browser = visitorWithWorker();
    Messenger screen = new Messenger(browser.opens("/"));
    screen.heading("Welcome back").waitFor();
    screen.page().evaluate("async () => { await navigator.serviceWorker.ready; }");
    CDPSession session = browser.context().newCDPSession(screen.page());
    JsonObject manifest = session.send("Page.getAppManifest");
    assertEquals(0, manifest.getAsJsonArray("errors").size());
    JsonObject errors = session.send("Page.getInstallabilityErrors");
    List<String> all =
        errors.getAsJsonArray("installabilityErrors").asList().stream()
            .map(each -> each.getAsJsonObject().get("errorId").getAsString())
            // A context of a test is a private window, which installs nothing.
            .filter(each -> !each.equals("in-incognito"))
            .toList();
    assertEquals(List.of(), all);
  }
}
