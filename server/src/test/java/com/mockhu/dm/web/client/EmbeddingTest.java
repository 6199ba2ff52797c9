package com.mockhu.dm.web.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.HostPage;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.Visitor;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The web client inside a page of a host application. */
class EmbeddingTest extends BrowserTest {
  private static final String DARK = "() => document.documentElement.dataset.theme === 'dark'";

  private final HostPage named = new HostPage();
  private final HostPage stranger = new HostPage();

  /** As browsers answer in a frame of another site where the person refuses storage to such. */
  private static final String REFUSE_STORAGE =
      """
      if (window !== top) {
        const refuse = () => { throw new DOMException('Access is denied', 'SecurityError'); };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
          Object.defineProperty(globalThis, name, {get: refuse});
        }
        Object.defineProperty(Navigator.prototype, 'serviceWorker', {get: refuse});
        const locks = {request: async () => refuse(), query: async () => refuse()};
        Object.defineProperty(Navigator.prototype, 'locks', {value: locks});
      }
      """;

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_WEB_FRAME_ANCESTORS", named.origin() + " " + named.otherSite());
  }

  @Test
  void in_a_frame_of_another_site_that_may_store_nothing_everything_works_for_the_time() {
    bob.sends("Seen without storage").to(alice);
    Visitor browser = visitor();
    browser.context().addInitScript(REFUSE_STORAGE);
    Page page = visit(browser, named, named.otherSite());
    var inside = page.frameLocator("iframe");
    inside.getByText("Seen without storage").last().waitFor();
    inside.getByText("Seen without storage").last().click();
    var field = inside.getByLabel("Message to bob");
    field.fill("Answered without storage");
    field.press("Enter");
    assertThat(inside.getByRole(AriaRole.ARTICLE).getByText("Answered without storage"))
        .isVisible();
    assertThat(inside.getByRole(AriaRole.IMG, named("Waiting to send"))).hasCount(0);

    inside.getByRole(AriaRole.LINK, named("Settings")).click();
    inside.getByText("Dark", exactly()).click();
    page.frames().getLast().waitForFunction(DARK);
    inside.getByText("Deutsch", exactly()).click();
    assertThat(inside.getByRole(AriaRole.HEADING, named("Einstellungen"))).isVisible();
  }

  private static FrameLocator.GetByRoleOptions named(String name) {
    return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static FrameLocator.GetByTextOptions exactly() {
    return new FrameLocator.GetByTextOptions().setExact(true);
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
                + " === 'rgb(1, 2, 3)'");
    page.frames().getLast().waitForFunction(DARK);
    page.waitForFunction("() => globalThis.unread === 1");
  }

  @Test
  void a_page_the_operator_did_not_name_gets_no_frame_and_is_asked_for_no_token() {
    Page page = visit(stranger);
    page.frames().getLast().waitForFunction("() => location.href.startsWith('chrome-error')");
    assertEquals(0, page.evaluate("globalThis.asked"));
  }

  @Test
  void a_token_route_that_fails_or_answers_with_a_sign_in_page_is_asked_again_and_this_is_said() {
    bob.sends("Worth the wait").to(alice);
    var answers = new AtomicReference<Supplier<String>>(EmbeddingTest::fail);
    named.answers("/dm-token", () -> answers.get().get());
    named.shows(
        """
        <!doctype html><title>Host</title><div id="place" style="height: 600px"></div>
        <script src="http://127.0.0.1:%d/embed.js" data-target="#place" data-token-url="/dm-token"></script>
        """
            .formatted(campus.port()));
    Visitor browser = visitor();
    browser.expectsTrouble();
    Page page = browser.context().newPage();
    page.navigate(named.origin() + "/");
    var inside = page.frameLocator("iframe");
    var said = inside.getByText("This page can’t sign you in right now. Trying again…");
    assertThat(said).isVisible();
    answers.set(() -> "<!doctype html><title>Sign in</title>");
    assertThat(said).isVisible();
    answers.set(alice::token);
    assertThat(inside.getByText("Worth the wait").first()).isVisible();
    assertThat(said).hasCount(0);
  }

  private static String fail() {
    throw new IllegalStateException("The host application is being restarted.");
  }

  @Test
  void the_host_opens_the_chat_with_a_person_is_told_and_signs_out() {
    bob.sends("To be opened").to(alice);
    Page page = visit(named);
    var inside = page.frameLocator("iframe");
    inside.getByText("To be opened").first().waitFor();
    page.evaluate("id => mounted.open({userId: id})", bob.id().toString());
    assertThat(inside.getByLabel("Message to bob")).isVisible();
    page.waitForFunction("() => globalThis.opened");
    page.evaluate("mounted.speak('de')");
    assertThat(inside.getByLabel("Nachricht an bob")).isVisible();
    page.evaluate("mounted.signOut()");
    assertThat(inside.getByText("Du bist abgemeldet.")).isVisible();
  }

  @Test
  void the_address_of_a_person_leads_to_the_chat_with_them() {
    Messenger messenger = Messenger.of(visitor(), alice, "/u/" + bob.id());
    messenger.field("Message to bob").waitFor();
    messenger.until("location.pathname.startsWith('/c/')");
  }

  @AfterAll
  void closeHosts() {
    named.close();
    stranger.close();
  }

  private Page visit(HostPage host) {
    return visit(visitor(), host, host.origin());
  }

  private Page visit(Visitor browser, HostPage host, String origin) {
    host.shows(
        """
        <!doctype html><title>Host</title><div id="place" style="height: 700px"></div>
        <script src="http://127.0.0.1:%d/embed.js"></script>
        <script>
          var asked = 0;
          var mounted = Mockhu.mount({
            target: '#place',
            tokens: async () => { asked += 1; return '%s'; },
            unread: (count) => { globalThis.unread = count; },
            opened: (id) => { globalThis.opened = id; },
          });
        </script>
        """
            .formatted(campus.port(), alice.token()));
    browser.expectsTrouble();
    Page page = browser.context().newPage();
    page.navigate(origin + "/");
    return page;
  }
}
