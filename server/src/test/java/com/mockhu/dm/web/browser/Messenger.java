package com.mockhu.dm.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.person.Person;
import java.util.List;
import java.util.regex.Pattern;

/** The messenger on a person's screen; elements are found by role and name, as people find them. */
public final class Messenger {
  /**
   * Signs in by the page's own client, which believes that the host's token came from the server's
   * own door.
   */
  private static final String SIGN_IN =
      """
      async ([id, username, full_name, access_token]) => {
        const place = document.getElementById('app');
        while (!place.messenger) await new Promise(requestAnimationFrame);
        const { client } = place.messenger;
        while (client.session.state !== 'out') {
          await new Promise((done) => client.addEventListener('change', done, {once: true}));
        }
        const user = {id, username, full_name, avatar_url: null};
        const real = fetch;
        globalThis.fetch = async (to, options) => {
          if (!String(to).endsWith('/v1/auth/login')) return real(to, options);
          globalThis.fetch = real;
          return new Response(JSON.stringify(
            {data: {user, access_token, refresh_token: 'none', expires_in: 3000}}));
        };
        await client.signIn({username: '', password: ''});
      }
      """;

  private final Page page;

  public Messenger(Page page) {
    this.page = page;
  }

  /** In a browser without a signed-in person. */
  public static Messenger of(Visitor browser, Person person, String path) {
    Page page = browser.opens(path);
    String name = person.username().replaceAll("\\..*", "");
    page.evaluate(SIGN_IN, List.of(person.id(), person.username(), name, person.token()));
    return new Messenger(page);
  }

  /** For a page that is opened later. */
  public static void signIn(Visitor browser, Person person) {
    of(browser, person, "/").page().close();
  }

  public Page page() {
    return page;
  }

  public Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  public Locator link(String name) {
    return page.getByRole(AriaRole.LINK, named(name));
  }

  public Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, named(name));
  }

  public Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  public Locator menuItem(String name) {
    return page.getByRole(AriaRole.MENUITEM, named(name));
  }

  public Locator dialog(String name) {
    return page.getByRole(AriaRole.DIALOG, named(name));
  }

  public Locator toggle(String name) {
    return page.getByRole(AriaRole.SWITCH, named(name));
  }

  public Locator log() {
    return page.getByRole(AriaRole.LOG);
  }

  /** The rows of the inbox, each by the one sentence that says all of it. */
  public Locator rows() {
    return page.getByRole(AriaRole.LIST, named("Chats")).getByRole(AriaRole.LINK);
  }

  /** The row whose sentence begins so. */
  public Locator row(String beginning) {
    // Java's way to quote means nothing to the browser, which gets the pattern as it is.
    Pattern name = Pattern.compile("^" + beginning.replaceAll("[.?+*()]", "\\\\$0"));
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  /** A status that is announced and shown once. */
  public Locator status(String text) {
    return page.getByRole(AriaRole.STATUS).getByText(text, exactly());
  }

  public Locator alert() {
    return page.getByRole(AriaRole.ALERT);
  }

  public void press(String keys) {
    page.keyboard().press(keys);
  }

  /** Waits until it has the focus. */
  public void isFocused(Locator element) {
    assertThat(element).isFocused();
  }

  /** Waits until the expression is true in the page. */
  public void until(String expression) {
    page.waitForFunction("() => " + expression);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
