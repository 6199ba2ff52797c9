package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.web.browser.Axe;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No view keeps anybody out, in neither theme. */
class AccessibilityTest extends MessengerTest {
  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void the_door_has_no_barrier(ColorScheme theme) {
    Visitor browser = visitor(theme);
    browser.expectsTrouble();
    Messenger screen = new Messenger(browser.opens("/"));
    screen.field("Username").fill("nobody");
    screen.field("Password").fill("not the one");
    screen.button("Sign in").click();
    screen.alert().getByText("Incorrect username").waitFor();
    Axe.findsNothingIn(screen.page(), "sign in, refused");
    screen.button("Create account").click();
    Axe.findsNothingIn(screen.page(), "sign up");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void the_lists_and_settings_have_no_barrier(ColorScheme theme) {
    bob.sends("Unread and a little longer than the row has room for, so that it ends in dots")
        .to(alice);
    alice.sends("Blocked").to(carol);
    alice.blocks(carol);
    Messenger screen = Messenger.of(visitor(theme), alice, "/");
    screen.row("bob. ").waitFor();
    Axe.findsNothingIn(screen.page(), "inbox");
    screen.row("bob. ").hover();
    screen.button("Options for bob").click();
    screen.menuItem("Block").waitFor();
    Axe.findsNothingIn(screen.page(), "menu");
    screen.menuItem("Block").click();
    screen.dialog("Block bob?").waitFor();
    Axe.findsNothingIn(screen.page(), "question");
    screen.press("Escape");
    assertThat(screen.dialog("Block bob?")).hasCount(0);
    screen.press("?");
    screen.dialog("Keyboard shortcuts").waitFor();
    Axe.findsNothingIn(screen.page(), "shortcuts");
    screen.press("Escape");
    screen.link("New chat").click();
    screen.field("Search people").fill(carol.username());
    screen
        .button("carol @" + carol.username() + " · You blocked this person.")
        .or(screen.button("carol @" + carol.username()))
        .first()
        .waitFor();
    Axe.findsNothingIn(screen.page(), "people found");
    screen.field("Search people").fill("");
    screen.link("Back").click();
    screen.link("Settings").click();
    screen.button("Unblock carol").waitFor();
    Axe.findsNothingIn(screen.page(), "settings");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void a_conversation_with_everything_in_it_has_no_barrier(ColorScheme theme) {
    String id = alice.sends("See https://example.org/ first").to(bob).conversation();
    alice.deletesForEveryone(alice.sends("Gone").to(bob));
    alice.sends("🎉").to(bob);
    alice.sends("مرحبا").to(bob);
    sendsEverything();
    Visitor browser = visitor(theme);
    browser.expectsTrouble();
    Messenger screen = Messenger.of(browser, alice, "/c/" + id);
    screen.button("Open image: b.png").waitFor();
    Axe.findsNothingIn(screen.page(), "conversation");
    screen.button("Open image: b.png").click();
    screen.dialog("b.png").waitFor();
    Axe.findsNothingIn(screen.page(), "lightbox");
    screen.press("Escape");
    screen.button("Emoji").click();
    screen.dialog("Emoji").waitFor();
    Axe.findsNothingIn(screen.page(), "emoji picker");
    screen.press("Escape");
    screen
        .page()
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload("notes.txt", "text/plain", "Notes".getBytes(StandardCharsets.UTF_8)));
    screen.button("Remove notes.txt").waitFor();
    Axe.findsNothingIn(screen.page(), "files to send");
    failsToSend(browser, screen);
    Axe.findsNothingIn(screen.page(), "not sent");
    browser.goesOffline();
    screen.status("Waiting for network…").waitFor();
    screen.field("Message to bob").fill("Late");
    screen.press("Enter");
    assertThat(screen.log().getByText("Will send automatically.")).isVisible();
    Axe.findsNothingIn(screen.page(), "banner, and what waits for the network");
  }

  private void failsToSend(Visitor browser, Messenger screen) {
    browser
        .context()
        .route(
            "**/v1/messages/upload",
            route ->
                route.fulfill(
                    new com.microsoft.playwright.Route.FulfillOptions()
                        .setStatus(413)
                        .setContentType("application/json")
                        .setBody(
                            "{\"success\":false,\"error\":{\"code\":\"payload_too_large\",\"message\":\"Too large\"}}")));
    screen.field("Message to bob").fill("With notes");
    screen.press("Enter");
    screen.button("Retry notes.txt").or(screen.button("Retry")).first().waitFor();
  }

  private void sendsEverything() {
    JsonNode wide = bob.uploads(Form.images().file("a.png", Pixels.png(80, 60))).path(0);
    JsonNode high = bob.uploads(Form.images().file("b.png", Pixels.png(60, 80))).path(0);
    bob.sends("Pictures").withImages(List.of(wide, high)).to(alice);
    byte[] table = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    JsonNode file = bob.uploads(Form.files().file("a-table.csv", table)).path(0);
    bob.sends("A table").withFiles(List.of(file)).to(alice);
  }

  private Visitor visitor(ColorScheme theme) {
    return visitor(
        new NewContextOptions().setColorScheme(theme).setReducedMotion(ReducedMotion.REDUCE));
  }
}
