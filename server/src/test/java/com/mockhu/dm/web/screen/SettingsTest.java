package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The settings screen. */
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
    assertThat(bobs.row("Uma Thorne. "))
        .hasAccessibleName(Pattern.compile("Last message: It is me\\."));
    bobs.until("document.querySelector('.row img')?.naturalWidth > 0");
  }

  @Test
  void a_new_name_shows_at_once_to_whoever_is_looking_and_to_one_s_other_devices() {
    alice.sends("It is me").to(bob);
    Messenger bobs = messenger(bob);
    bobs.row("alice").click();
    Messenger alices = messenger(alice, "/settings");
    assertThat(alices.field("Full name")).hasValue("alice");
    alice.calls("PATCH", "/v1/users/me", Map.of("full_name", "Alice Liddell")).isOk();
    assertThat(bobs.row("Alice Liddell")).isVisible();
    assertThat(bobs.page().locator(".chat__header")).containsText("Alice Liddell");
    assertThat(alices.field("Full name")).hasValue("Alice Liddell");
  }

  @Test
  void a_new_password_is_set_by_keyboard_and_a_wrong_old_one_is_told() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    ClientTab tab = browser.opensClient("{}");
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    tab.runs(
        "await client.signUp({username: '%s', fullName: 'Uma', password: 'correct horse'})"
            .formatted(name));
    tab.closes();
    Messenger umas = new Messenger(browser.opens("/settings"));
    umas.field("Current password").fill("wrong horse");
    umas.press("Tab");
    umas.isFocused(umas.field("New password"));
    umas.field("New password").fill("another horse");
    umas.press("Enter");
    assertThat(umas.page().getByText("The current password is incorrect.")).isVisible();
    umas.isFocused(umas.field("Current password"));
    umas.field("Current password").fill("correct horse");
    umas.press("Enter");
    umas.status("Password changed. You’re signed out on all other devices.").waitFor();
    assertThat(umas.field("New password")).hasValue("");
    Map<String, String> form = Map.of("username", name, "password", "another horse");
    campus.http().send("POST", "/v1/auth/login", null, form).isOk();
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
