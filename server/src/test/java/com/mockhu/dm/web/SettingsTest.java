package com.mockhu.dm.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.mockhu.dm.support.Pixels;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one can choose. */
class SettingsTest extends MessengerTest {
  /** Every theme the page ever had, and whether there was something to see by then. */
  private static final String WATCH_THEMES =
      """
      globalThis.themes = [];
      new MutationObserver(() => {
        const theme = document.documentElement?.dataset.theme;
        if (theme && theme !== themes.at(-1)) themes.push(theme);
        if (!theme && document.body) themes.push('none');
      }).observe(document, {subtree: true, childList: true, attributes: true});
      """;

  private static final String COUNT_QUESTIONS =
      """
      globalThis.asked = 0;
      Object.defineProperty(Notification, 'permission', {get: () => asked ? 'denied' : 'default'});
      Notification.requestPermission = async () => { globalThis.asked += 1; return 'denied'; };
      """;

  @Test
  void privacy_takes_effect_for_the_others() {
    bob.sends("Hello").to(alice);
    Messenger alices = messenger(alice, "/settings");
    choose(alices, "Nobody");
    eventually(
        "carol may not write", () -> !carol.canMessage(alice).path("can_message").asBoolean());
    alices.toggle("Read receipts").uncheck();
    alices.toggle("Show when I am online").uncheck();
    eventually(
        "both are off",
        () -> {
          var settings = alice.gets("/v1/users/me/settings").isOk();
          return !settings.path("read_receipts").asBoolean()
              && !settings.path("show_online").asBoolean();
        });
    alices.page().reload();
    assertThat(alices.toggle("Read receipts")).not().isChecked();
    assertThat(alices.page().getByLabel("Nobody")).isChecked();
  }

  @Test
  void a_new_name_and_a_new_picture_reach_the_others() {
    Visitor browser = visitor();
    ClientTab tab = browser.opensClient("{}");
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    tab.runs(
        "await client.signUp({username: '%s', fullName: 'Uma', password: 'correct horse'})"
            .formatted(name));
    UUID id = UUID.fromString(tab.value("client.session.user.id").asText());
    campus.knows(id, name).sends("It is me").to(bob);
    tab.closes();
    Messenger umas = new Messenger(browser.opens("/settings"));
    umas.field("Full name").fill("Uma Thorne");
    umas.button("Save").click();
    umas.status("Saved.").waitFor();
    umas.page()
        .locator("#avatar-file")
        .setInputFiles(new FilePayload("me.png", "image/png", Pixels.png(64, 64)));
    assertThat(umas.page().locator(".profile img")).hasAttribute("src", Pattern.compile(".+"));
    Messenger bobs = messenger(bob);
    // Sooner or later her row also tells that she is online.
    assertThat(bobs.row("Uma Thorne. ")).hasAccessibleName(Pattern.compile("Last: It is me\\."));
    bobs.until("document.querySelector('.row img')?.naturalWidth > 0");
  }

  @Test
  void the_theme_is_kept_and_there_before_anything_can_be_seen() {
    Visitor browser = visitor(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    Messenger alices = Messenger.of(browser, alice, "/settings");
    assertEquals("light", theme(alices.page()));
    choose(alices, "Dark");
    alices.until("document.documentElement.dataset.theme === 'dark'");
    browser.context().addInitScript(WATCH_THEMES);
    alices.page().reload();
    alices.heading("Appearance").waitFor();
    assertEquals(List.of("dark"), alices.page().evaluate("themes"));
    choose(alices, "System");
    alices.until("document.documentElement.dataset.theme === 'light'");
    alices.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    alices.until("document.documentElement.dataset.theme === 'dark'");
  }

  private static Object theme(Page page) {
    return page.evaluate("document.documentElement.dataset.theme");
  }

  @Test
  void it_speaks_german_with_plurals_and_stays_so() {
    bob.sends("Eins").to(alice);
    Messenger alices = messenger(alice, "/settings");
    choose(alices, "Deutsch");
    alices.heading("Einstellungen").waitFor();
    assertThat(alices.page().locator("html")).hasAttribute("lang", "de");
    alices.row("bob. 1 ungelesene Nachricht. ").waitFor();
    bob.sends("Zwei").to(alice);
    alices.row("bob. 2 ungelesene Nachrichten. ").waitFor();
    alices.page().reload();
    alices.heading("Einstellungen").waitFor();
    choose(alices, "English");
    alices.heading("Settings").waitFor();
  }

  @Test
  void for_notifications_one_is_asked_only_after_a_click() {
    Visitor browser = visitor();
    browser.context().addInitScript(COUNT_QUESTIONS);
    Messenger alices = Messenger.of(browser, alice, "/settings");
    bob.sends("Ping").to(alice);
    alices.row("bob. 1 unread message. ").waitFor();
    Locator notifications = alices.toggle("Notifications in this browser");
    assertEquals(0, alices.page().evaluate("asked"));
    notifications.click();
    alices.until("asked === 1");
    assertThat(notifications).not().isChecked();
  }

  private static void choose(Messenger screen, String option) {
    screen.page().getByText(option, new Page.GetByTextOptions().setExact(true)).click();
  }
}
