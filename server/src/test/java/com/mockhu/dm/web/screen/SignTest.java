package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import com.mockhu.dm.web.chat.WritingTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Coming in, and leaving. */
class SignTest extends MessengerTest {
  private static final String PASSWORD = "correct horse";

  @Test
  void somebody_new_makes_an_account_is_told_the_next_step_and_stays_signed_in() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    Messenger screen = new Messenger(browser.opens("/"));
    screen.button("Create account").click();
    assertThat(screen.field("Full name")).hasAttribute("autocomplete", "name");
    assertThat(screen.field("Username")).hasAttribute("autocomplete", "username");
    assertThat(screen.field("Password")).hasAttribute("autocomplete", "new-password");
    screen.field("Full name").fill("Uma Thorne");
    screen.field("Username").fill(alice.username());
    screen.field("Password").fill(PASSWORD);
    screen.press("Enter");
    assertThat(screen.alert().first()).hasText("This username is taken. Choose another one.");
    assertThat(screen.field("Username")).hasAttribute("aria-invalid", "true");
    screen.field("Username").fill(newName());
    screen.press("Enter");
    screen.heading("No chats yet").waitFor();
    screen.page().reload();
    screen.button("Start a chat").click();
    screen.isFocused(screen.field("Search people"));
  }

  @Test
  void a_wrong_password_is_told_in_plain_words_and_a_right_one_can_be_pasted_and_looked_at() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    String username = newName();
    signUp(visitor(), username);
    Messenger screen = new Messenger(browser.opens("/"));
    assertThat(screen.field("Password")).hasAttribute("autocomplete", "current-password");
    screen.field("Username").fill(username);
    screen.field("Password").fill("wrong horse");
    screen.button("Sign in").click();
    assertThat(screen.alert().first()).hasText("Incorrect username or password.");
    browser.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    screen.page().evaluate("(text) => navigator.clipboard.writeText(text)", PASSWORD);
    screen.field("Password").fill("");
    screen.press("ControlOrMeta+V");
    screen.button("Show password").click();
    assertThat(screen.field("Password")).hasAttribute("type", "text");
    assertThat(screen.field("Password")).hasValue(PASSWORD);
    screen.button("Sign in").click();
    screen.heading("Chats").waitFor();
  }

  @Test
  void signing_out_asks_first_and_leads_every_tab_back_to_the_door() {
    Visitor browser = visitor();
    signUp(browser, newName());
    Messenger one = new Messenger(browser.opens("/settings"));
    Messenger other = new Messenger(browser.opens("/"));
    other.heading("Chats").waitFor();
    one.button("Sign out").click();
    one.dialog("Sign out?").waitFor();
    one.press("Escape");
    one.isFocused(one.button("Sign out"));
    one.press("Enter");
    one.dialog("Sign out?").getByText("Sign out", exactly()).click();
    one.heading("Welcome back").waitFor();
    other.heading("Welcome back").waitFor();
    one.page().waitForCondition(() -> one.page().evaluate("location.pathname").equals("/"));
  }

  @Test
  void a_sign_out_that_the_page_could_not_finish_is_finished_at_the_next_opening() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    String username = newName();
    signUp(browser, username);
    Messenger screen = new Messenger(browser.opens("/settings"));
    screen
        .page()
        .evaluate("() => { IDBObjectStore.prototype.clear = () => { throw Error('closed'); }; }");
    screen.button("Sign out").click();
    screen.dialog("Sign out?").getByText("Sign out", exactly()).click();
    screen.heading("Welcome back").waitFor();
    screen.page().reload();
    screen.heading("Welcome back").waitFor();
    ClientTab tab = browser.opensClient("{}");
    assertEquals("out", tab.value("client.session.state").asText());
    assertTrue(tab.value("client.session.user").isNull());
  }

  @Test
  void a_session_that_was_ended_elsewhere_is_told_in_every_tab_and_one_answer_serves_all() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    String username = newName();
    signUp(browser, username);
    Messenger one = new Messenger(browser.opens("/"));
    Messenger other = new Messenger(browser.opens("/settings"));
    other.heading("Settings").waitFor();
    one.heading("No chats yet").waitFor();
    other.page().evaluate(WritingTest.END_SESSION);
    for (Messenger each : List.of(one, other)) {
      each.dialog("Sign in again").waitFor();
      assertThat(each.page().getByText("Your session has ended.")).isVisible();
    }
    Locator dialog = one.dialog("Sign in again");
    assertThat(dialog.getByLabel("Username")).hasValue(username);
    dialog.getByLabel("Password", new Locator.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    one.press("Enter");
    assertThat(dialog).hasCount(0);
    assertThat(other.dialog("Sign in again")).hasCount(0);
    other.heading("Settings").waitFor();
  }

  @Test
  void a_disabled_account_is_told_so_and_goes_on_where_it_was_once_it_is_enabled() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    String username = newName();
    ClientTab tab = browser.opensClient("{}");
    tab.runs(
        "await client.signUp({username: '%s', fullName: 'Uma', password: '%s'})"
            .formatted(username, PASSWORD));
    String path = "/users/" + tab.value("client.session.user.id").asText();
    tab.closes();
    Messenger screen = new Messenger(browser.opens("/"));
    screen.heading("No chats yet").waitFor();
    campus.pushes("POST", path + "/disable", null).isOk();
    Locator dialog = screen.dialog("This account is disabled");
    dialog.waitFor();
    dialog.getByLabel("Password", new Locator.GetByLabelOptions().setExact(true)).fill(PASSWORD);
    screen.press("Enter");
    assertThat(dialog.getByRole(AriaRole.ALERT))
        .hasText("This account is disabled. Contact the administrator.");
    campus.pushes("POST", path + "/enable", null).isOk();
    screen.press("Enter");
    assertThat(dialog).hasCount(0);
    screen.heading("No chats yet").waitFor();
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  private static void signUp(Visitor browser, String username) {
    ClientTab tab = browser.opensClient("{}");
    tab.runs(
        "await client.signUp({username: '%s', fullName: 'Uma', password: '%s'})"
            .formatted(username, PASSWORD));
    tab.closes();
  }

  private static String newName() {
    return "u" + UUID.randomUUID().toString().substring(0, 8);
  }
}
