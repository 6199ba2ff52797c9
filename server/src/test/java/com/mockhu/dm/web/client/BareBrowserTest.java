package com.mockhu.dm.web.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Dialog;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Gatekeeper;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Browsers that lack something: locks between tabs (no secure address), a database (some private
 * windows).
 */
class BareBrowserTest extends MessengerTest {
  static final String NO_LOCKS =
      "Object.defineProperty(Navigator.prototype, 'locks', {value: undefined})";
  private static final String NO_DATABASE =
      "Object.defineProperty(globalThis, 'indexedDB', {value: undefined})";
  private static final String TAKEN_BY_ANOTHER =
      "await new Promise((done) => { const open = indexedDB.open('dm'); open.onsuccess = () => {"
          + "const work = open.result.transaction('locks', 'readwrite'); work.objectStore('locks')"
          + ".put({name: 'lead', holder: 'another', until: Date.now() + 60_000});"
          + "work.oncomplete = () => { open.result.close(); done(); }; }; })";

  @Test
  void without_locks_one_tab_leads_and_another_takes_over_when_it_is_gone() {
    Visitor browser = withoutLocks();
    Gatekeeper gate = new Gatekeeper(browser);
    ClientTab first = client(browser, alice).isOnline();
    ClientTab second = client(browser, alice).isOnline();
    assertEquals(true, first.value("client.leads").asBoolean());
    assertEquals(false, second.value("client.leads").asBoolean());
    bob.sends("For both").to(alice);
    second.until("client.inbox.totalUnread === 1");
    assertEquals(1, gate.arrived());

    first.closes();
    second.page().clock().fastForward(11_000);
    second.until("client.leads");
    bob.sends("For the one that is left").to(alice);
    second.until("client.inbox.totalUnread === 2");
  }

  @Test
  void a_tab_that_was_held_up_for_too_long_gives_the_lead_away_and_may_get_it_back() {
    Visitor browser = withoutLocks();
    Gatekeeper gate = new Gatekeeper(browser);
    ClientTab tab = client(browser, alice).isOnline();
    tab.runs(TAKEN_BY_ANOTHER);
    tab.page().clock().fastForward(3_500);
    tab.until("!client.leads");
    tab.page().clock().fastForward(61_000);
    tab.until("client.leads");
    bob.sends("Are you there?").to(alice);
    tab.until("client.inbox.totalUnread === 1");
    // One at a time: the first was closed.
    assertEquals(2, gate.arrived());
  }

  @Test
  void a_page_that_is_reloaded_without_locks_need_not_wait_for_itself() {
    Visitor browser = visitor();
    browser.context().addInitScript(NO_LOCKS);
    // No lease ever runs out.
    browser.context().clock().setFixedTime(System.currentTimeMillis());
    ClientTab tab = client(browser, alice).isOnline();
    tab.reloads();
    tab.isOnline();
  }

  private Visitor withoutLocks() {
    Visitor browser = visitor();
    browser.context().addInitScript(NO_LOCKS);
    browser.context().clock().install();
    return browser;
  }

  @Test
  void where_nothing_is_kept_it_says_so_and_works_as_long_as_the_page_is_open() {
    Person lena = Member.joins(visitor(), campus, "Lena").person();
    String id = alice.sends("Hello").to(lena).conversation();
    Visitor browser = visitor();
    browser.context().addInitScript(NO_DATABASE);
    Messenger first = new Messenger(browser.opens("/"));
    assertThat(first.page().getByText("This browser doesn’t store data for this page")).isVisible();
    Messenger second = new Messenger(browser.opens("/c/" + id));
    second.heading("Welcome back").waitFor();
    signsIn(first, lena);
    first.row("alice. ").click();
    first.log().getByText("Hello").waitFor();
    signsIn(second, lena);
    second.log().getByText("Hello").waitFor();

    first.field("Message to alice").fill("From the first");
    first.press("Enter");
    second.log().getByText("From the first").waitFor();
    alice.sends("To both").to(lena);
    first.log().getByText("To both").waitFor();
    second.log().getByText("To both").waitFor();
    assertEquals(List.of("To both", "From the first", "Hello"), alice.peeksAt(id).contents());
    second.page().reload();
    second.heading("Welcome back").waitFor();
    first.log().getByText("To both").waitFor();
    assertThat(first.dialog("Sign in again")).hasCount(0);
    asksBeforeItLosesWhatWasWritten(browser, first);
  }

  private static void asksBeforeItLosesWhatWasWritten(Visitor browser, Messenger screen) {
    browser.goesOffline();
    screen.field("Message to alice").fill("Only here");
    screen.press("Enter");
    screen.log().getByText("Only here").waitFor();
    List<String> asked = new ArrayList<>();
    screen.page().onDialog(each -> dismiss(each, asked));
    screen.page().close(new com.microsoft.playwright.Page.CloseOptions().setRunBeforeUnload(true));
    screen.page().waitForCondition(() -> !asked.isEmpty());
    assertEquals(List.of("beforeunload"), asked);
  }

  private static void dismiss(Dialog dialog, List<String> asked) {
    asked.add(dialog.type());
    dialog.dismiss();
  }

  private static void signsIn(Messenger screen, Person person) {
    screen.field("Username").fill(person.username());
    screen.field("Password").fill(Member.PASSWORD);
    screen.button("Sign in").click();
  }
}
