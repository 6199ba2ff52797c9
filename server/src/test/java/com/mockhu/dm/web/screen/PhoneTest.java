package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A small screen under a finger. */
class PhoneTest extends MessengerTest {
  private static final int HEIGHT = 700;

  private Visitor browser;

  private Messenger phone(Person person, String path) {
    browser =
        visitor(
            new NewContextOptions()
                .setViewportSize(360, HEIGHT)
                .setHasTouch(true)
                .setIsMobile(true));
    return Messenger.of(browser, person, path);
  }

  /** Rests a finger on it until {@code then} is there, and lifts it; it trembles on the way. */
  private void holds(Messenger screen, Locator target, Locator then) {
    var box = target.boundingBox();
    CDPSession finger = browser.context().newCDPSession(screen.page());
    touch(finger, "touchStart", box.x + 80, box.y + box.height / 2);
    touch(finger, "touchMove", box.x + 82, box.y + box.height / 2 + 1);
    then.waitFor();
    touch(finger, "touchEnd", 0, 0);
    finger.detach();
  }

  private static void touch(CDPSession finger, String type, double x, double y) {
    JsonArray points = new JsonArray();
    if (!type.equals("touchEnd")) {
      JsonObject point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    finger.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void a_finger_that_rests_opens_the_menu_of_a_chat_and_of_a_message() {
    bob.sends("Hold me").to(alice);
    Messenger alices = phone(alice, "/");
    Locator row = alices.row("bob. ");
    row.waitFor();
    holds(alices, row, alices.menuItem("Block"));
    assertThat(alices.menuItem("Block")).isVisible();
    assertThat(alices.page()).hasURL(Pattern.compile("/$"));
    alices.page().touchscreen().tap(180, HEIGHT - 40);
    assertThat(alices.menuItem("Block")).hasCount(0);
    row.tap();
    Locator message = alices.log().getByText("Hold me");
    holds(alices, message, alices.menuItem("Copy text"));
    assertThat(alices.menuItem("Copy text")).isVisible();
    alices.menuItem("Copy text").tap();
    assertThat(alices.menuItem("Copy text")).hasCount(0);
  }

  @Test
  void the_keyboard_covers_neither_the_field_nor_the_last_words() {
    for (int i = 1; i <= 30; i++) {
      bob.sends("Line " + i).to(alice);
    }
    String id = alice.inbox().with(bob).id();
    alice.readsAllOf(id);
    Messenger alices = phone(alice, "/c/" + id);
    Locator last = alices.log().getByText("Line 30");
    assertThat(last).isInViewport();
    // A headless browser has no on-screen keyboard: this is the event that one would send.
    alices
        .page()
        .evaluate(
            "() => { Object.defineProperty(visualViewport, 'height', {value: 380});"
                + "visualViewport.dispatchEvent(new Event('resize')); }");
    alices.until("document.querySelector('.composer').getBoundingClientRect().bottom <= 380");
    assertThat(alices.log().getByText("Line 30")).isInViewport();
    var field = alices.field("Message to bob").boundingBox();
    var words = last.boundingBox();
    assertTrue(words.y + words.height <= field.y, words.y + " above " + field.y);
    alices.heading("bob").waitFor();
  }

  @Test
  void back_and_forward_lead_from_list_to_chat_and_again_and_never_into_a_circle() {
    String id = bob.sends("First").to(alice).conversation();
    carol.sends("Second").to(alice);
    Messenger alices = phone(alice, "/");
    alices.row("bob. ").tap();
    alices.log().getByText("First").waitFor();
    alices.page().goBack();
    alices.row("bob. ").waitFor();
    assertThat(alices.page()).hasURL(Pattern.compile("/$"));
    alices.page().goForward();
    alices.log().getByText("First").waitFor();
    assertThat(alices.row("bob. ")).not().isVisible();
    alices.button("Back. 1 unread message in other chats").tap();
    alices.row("carol. ").tap();
    alices.log().getByText("Second").waitFor();
    alices.button("Back").tap();
    alices.row("carol. ").waitFor();

    Messenger linked = new Messenger(browser.opens("/c/" + id));
    linked.log().getByText("First").waitFor();
    linked.button("Back").tap();
    linked.row("bob. ").waitFor();
    assertThat(linked.page()).hasURL(Pattern.compile("/$"));
    linked.page().goBack();
    assertThat(linked.page()).not().hasURL(Pattern.compile("/c/"));
  }

  /** As a phone with a notch and a bar to swipe tells the page of them. */
  private static final String NOTCH = "{\"insets\": {\"top\": 47, \"bottom\": 34}}";

  @Test
  void what_can_be_touched_keeps_clear_of_the_notch_and_of_the_bar_below() {
    String id = bob.sends("Near the edge").to(alice).conversation();
    Messenger alices = phone(alice, "/");
    CDPSession screen = browser.context().newCDPSession(alices.page());
    screen.send(
        "Emulation.setSafeAreaInsetsOverride",
        com.google.gson.JsonParser.parseString(NOTCH).getAsJsonObject());
    alices.link("New chat").waitFor();
    alices.until("document.querySelector('.sidebar__header a').getBoundingClientRect().top >= 47");
    var title = alices.heading("Chats").boundingBox();
    assertTrue(title.y >= 47 && title.y + title.height <= 47 + 64, "title at " + title.y);
    alices.page().navigate(alices.page().url() + "c/" + id);
    alices.log().getByText("Near the edge").waitFor();
    assertTrue(alices.button("Back").boundingBox().y >= 47);
    var field = alices.field("Message to bob").boundingBox();
    assertTrue(field.y + field.height <= HEIGHT - 34, "field at " + field.y);
  }
}
