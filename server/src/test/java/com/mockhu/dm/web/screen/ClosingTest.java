package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Gatekeeper;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Stillness;
import com.mockhu.dm.web.browser.Visitor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections that the server closes, and connections that die silently. */
class ClosingTest extends MessengerTest {
  private static final String WAKE =
      "dispatchEvent(new Event('online')); dispatchEvent(new Event('visibilitychange'))";

  @Test
  void who_sent_too_much_stays_away_for_a_minute_whatever_happens() {
    Visitor browser = visitor();
    browser.context().clock().install();
    Gatekeeper gate = new Gatekeeper(browser);
    ClientTab alices = client(browser, alice).isOnline();
    gate.closes(4429);
    alices.until("client.connection.retryAt > Date.now() + 50_000");
    alices.page().clock().fastForward(45_000);
    alices.runs(WAKE);
    assertTrue(alices.value("client.connection.retryAt !== null").asBoolean());
    assertEquals(1, gate.arrived());
    alices.page().clock().fastForward(50_000);
    alices.isOnline();
    assertEquals(2, gate.arrived());
  }

  @Test
  void who_was_removed_is_told_so_at_the_door_and_nothing_stays_behind() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    Gatekeeper gate = new Gatekeeper(lena.visitor());
    lena.opens(alice.sends("Farewell").to(lena.person()).conversation()).sees("Farewell");
    gate.awaitsGreeting();
    lena.visitor().expectsTrouble();
    campus.pushes("DELETE", "/users/" + lena.person().id(), null).isOk();
    assertThat(lena.the(AriaRole.HEADING, "Welcome back")).isVisible();
    assertThat(lena.page().getByText("This account was deleted.")).isVisible();
    lena.page().evaluate(WAKE);
    lena.goesTo("/");
    assertThat(lena.the(AriaRole.HEADING, "Welcome back")).isVisible();
    assertThat(lena.page().getByText("This account was deleted.")).hasCount(0);
    assertEquals(1, gate.arrived());
  }

  @Test
  void who_has_too_many_windows_decides_which_of_them_goes_on() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    Gatekeeper gate = new Gatekeeper(lena.visitor());
    lena.opens(alice.sends("First").to(lena.person()).conversation()).sees("First");
    gate.closes(4502);
    Locator told = lena.page().getByText("Mockhu is open in too many windows.");
    assertThat(told).isVisible();
    lena.page().evaluate(WAKE);
    lena.sends("Still writing").seesSent("Still writing");
    assertThat(told).isVisible();
    assertEquals(1, gate.arrived());
    lena.clicks("Try now");
    assertThat(told).hasCount(0);
    alice.sends("Second").to(lena.person());
    lena.sees("Second");
    assertEquals(2, gate.arrived());
  }

  @Test
  void a_heartbeat_that_is_ahead_makes_it_ask_for_what_it_missed() {
    String id = alice.sends("Before").to(bob).conversation();
    Visitor browser = visitor();
    Gatekeeper gate = new Gatekeeper(browser);
    ClientTab bobs = client(browser, bob).isOnline().opens(id);
    gate.loses("new_message");
    alice.sends("Lost on the way").to(bob);
    bobs.page().waitForCondition(() -> gate.lost().isPresent());
    assertEquals(List.of("Before"), bobs.contents());
    String cursor = Json.tree(gate.lost().orElseThrow()).path("cursor").asText();
    assertFalse(cursor.isEmpty());
    gate.says("{\"type\":\"heartbeat\",\"cursor\":\"" + cursor + "\"}");
    bobs.until("c.messages.length === 2");
    assertEquals(List.of("Before", "Lost on the way"), bobs.contents());
    assertEquals(2, bobs.value("client.inbox.totalUnread").asInt());
    assertEquals(1, gate.arrived());
  }

  @Test
  void eight_hours_asleep_with_a_dead_connection_and_an_old_token_miss_nothing() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    Gatekeeper gate = new Gatekeeper(lena.visitor());
    lena.page().clock().install();
    lena.opens(writes("old", 60, lena.person(), alice)).sees("old 60").looks(true);
    Stillness.of(lena.page());
    Locator shown = lena.message("old 30");
    shown.scrollIntoViewIfNeeded();
    Stillness.of(lena.page());
    assertThat(shown).isInViewport();
    double before = shown.boundingBox().y;

    gate.goesSilent();
    writes("new", 30, alice, lena.person());
    lena.page().clock().fastForward("08:00:00");
    lena.page().clock().fastForward(6_000);

    assertThat(lena.button("Jump to 30 new messages")).isVisible();
    assertEquals(before, shown.boundingBox().y, 2);
    assertThat(lena.page()).hasTitle(java.util.regex.Pattern.compile("^\\(30\\)"));
    assertEquals(30, lena.person().inbox().totalUnread());
    assertThat(lena.the(AriaRole.DIALOG, "Sign in again")).hasCount(0);
    lena.clicks("Jump to 30 new messages").sees("new 30");
    eventually("they are read", () -> lena.person().inbox().totalUnread() == 0);
    assertEquals(
        IntStream.rangeClosed(1, 30).mapToObj(i -> "new " + i).toList(),
        lena.page()
            .evaluate(
                "[...document.querySelectorAll('.bubble__words')]"
                    + ".map((each) => each.textContent).filter((each) => each.startsWith('new'))"));
  }

  /** Returns the conversation. */
  private static String writes(String what, int count, Person by, Person to) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> by.sends(what + " " + i).to(to))
        .toList()
        .getFirst()
        .conversation();
  }
}
