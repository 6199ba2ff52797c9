package com.mockhu.dm.web.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.HostPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The messenger as elements of a page of another site. */
class ElementsTest extends BrowserTest {
  private final HostPage host = new HostPage();

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_CORS_ORIGINS", host.otherSite());
  }

  @Test
  void two_accounts_on_one_page_write_to_each_other_and_share_nothing() {
    Person carol = campus.welcomes("carol");
    Person dave = campus.welcomes("dave");
    Page page =
        visit(
            tag("dm-messenger", "left", "user-id='%s'".formatted(dave.id()))
                + tag("dm-messenger", "right", "user-id='%s' language='de'".formatted(carol.id()))
                + tokens("left", carol)
                + tokens("right", dave));
    Locator left = page.locator("#left");
    Locator right = page.locator("#right");
    write(left, "Message to dave", "From the left");
    assertThat(right.getByRole(AriaRole.ARTICLE).getByText("From the left")).isVisible();
    write(right, "Nachricht an carol", "Von rechts");
    assertThat(left.getByRole(AriaRole.ARTICLE).getByText("Von rechts")).isVisible();

    left.getByLabel("Message to dave").fill("A draft of one");
    assertThat(right.getByLabel("Nachricht an carol")).hasValue("");
    left.getByLabel("Message options").first().focus();
    page.keyboard().press("?");
    assertThat(left.getByRole(AriaRole.DIALOG)).isVisible();
    assertThat(right.getByRole(AriaRole.DIALOG)).hasCount(0);
    assertEquals(host.otherSite() + "/", page.url());
    assertNotEquals(
        page.evaluate("left.messenger.client.session.user.id"),
        page.evaluate("right.messenger.client.session.user.id"));
  }

  @Test
  void a_list_and_a_conversation_of_one_account_make_a_layout_of_the_hosts_own() {
    Person erin = campus.welcomes("erin");
    alice.sends("Into the list").to(erin);
    Page page =
        visit(
            tag("dm-inbox", "list", "")
                + tag("dm-conversation", "chat", "")
                + tokens("list", erin)
                + """
                <script type="module">
                  await customElements.whenDefined('dm-inbox');
                  while (!list.messenger) await new Promise(requestAnimationFrame);
                  chat.client = list.messenger.client;
                  list.addEventListener('dm-unread', ({detail}) => (globalThis.unread = detail.count));
                  list.addEventListener('dm-open', ({detail}) => {
                    if (detail.conversationId) chat.setAttribute('conversation-id', detail.conversationId);
                  });
                </script>
                """);
    page.waitForFunction("() => globalThis.unread === 1");
    assertThat(page.locator("#chat").getByRole(AriaRole.LIST)).hasCount(0);
    page.locator("#list").getByRole(AriaRole.LINK).getByText("Into the list").last().click();
    assertThat(page.locator("#chat").getByRole(AriaRole.ARTICLE).getByText("Into the list"))
        .isVisible();
    assertThat(page.locator("#list").getByRole(AriaRole.ARTICLE)).hasCount(0);
    page.waitForFunction("() => globalThis.unread === 0");
  }

  @Test
  void the_host_decides_theme_and_colours_and_its_own_styles_stay_outside() {
    Person frank = campus.welcomes("frank");
    Page page =
        visit(
            "<style>button, h1 { color: rgb(255, 0, 0) !important } dm-messenger { --accent: rgb(1, 2, 3) }"
                + " dm-messenger::part(sidebar) { background: rgb(9, 9, 9) }</style><h1 id='own'>Host</h1>"
                + tag("dm-messenger", "one", "theme='dark'")
                + tokens("one", frank));
    Locator one = page.locator("#one");
    assertThat(
            one.getByRole(
                AriaRole.HEADING, new Locator.GetByRoleOptions().setName("Chats").setExact(true)))
        .isVisible();
    assertThat(one.locator(".sidebar__title")).hasCSS("color", "rgb(237, 237, 245)");
    assertThat(one.locator(".sidebar")).hasCSS("background-color", "rgb(9, 9, 9)");
    assertThat(page.locator("#own")).hasCSS("color", "rgb(255, 0, 0)");
    assertThat(one.locator(".empty .button--primary")).hasCSS("background-color", "rgb(1, 2, 3)");
    page.evaluate("one.setAttribute('theme', 'light')");
    assertThat(one.locator(".sidebar__title")).hasCSS("color", "rgb(25, 24, 40)");
  }

  @Test
  void it_leaves_the_page_and_comes_back() {
    Person grace = campus.welcomes("grace");
    alice.sends("Still here").to(grace);
    Page page = visit(tag("dm-messenger", "one", "") + tokens("one", grace));
    assertThat(page.locator("#one").getByText("Still here").first()).isVisible();
    page.evaluate("globalThis.kept = one; one.remove()");
    page.waitForFunction("() => kept.messenger === null");
    page.evaluate("document.body.append(kept)");
    assertThat(page.locator("#one").getByText("Still here").first()).isVisible();
  }

  @Test
  void the_example_of_the_library_runs_on_another_site_with_views_of_its_own() {
    Person heidi = campus.welcomes("heidi");
    alice.sends("From the example").to(heidi);
    host.answers("/dm-token", heidi::token);
    host.shows(example().replace("{{server}}", "http://127.0.0.1:" + campus.port()));
    Page page = visitor().context().newPage();
    page.navigate(host.otherSite() + "/");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("alice (1)")).click();
    assertThat(page.getByText("alice: From the example")).isVisible();
    page.getByLabel("Message").fill("An answer");
    page.keyboard().press("Enter");
    assertThat(page.getByText("You (sent): An answer")).isVisible();
  }

  private static String example() {
    try {
      return Files.readString(Path.of("../packages/dm-client/example/index.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  void closeHost() {
    host.close();
  }

  private static void write(Locator messenger, String field, String text) {
    Locator area = messenger.getByLabel(field);
    area.fill(text);
    area.press("Enter");
  }

  private static String tag(String name, String id, String attributes) {
    return "<%s id='%s' name='%s' style='height: 480px; margin: 8px' %s></%s>"
        .formatted(name, id, id, attributes, name);
  }

  private static String tokens(String element, Person person) {
    return "<script>%s.tokens = async () => '%s'</script>".formatted(element, person.token());
  }

  private Page visit(String body) {
    host.shows(
        """
        <!doctype html><meta charset="utf-8"><title>Host</title>
        <script type="module" src="http://127.0.0.1:%d/client/v1/dm-messenger.js"></script>
        """
                .formatted(campus.port())
            + body);
    Page page = visitor(new NewContextOptions().setViewportSize(1100, 1100)).context().newPage();
    page.navigate(host.otherSite() + "/");
    return page;
  }
}
