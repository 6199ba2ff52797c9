package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.mockhu.dm.web.browser.Gatekeeper;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import org.junit.jupiter.api.Test;

/** The banner about the connection. */
class BannerTest extends MessengerTest {
  @Test
  void without_a_network_it_says_so_at_once_and_says_when_it_is_back() {
    bob.sends("Still readable").to(alice);
    Visitor browser = visitor();
    Messenger alices = Messenger.of(browser, alice, "/");
    alices.row("bob. ").waitFor();
    browser.goesOffline();
    alices.status("Waiting for network…").waitFor();
    alices.row("bob. ").click();
    alices.log().getByText("Still readable").waitFor();
    browser.comesBack();
    assertThat(alices.status("Waiting for network…")).hasCount(0);
    bob.sends("Caught up").to(alice);
    alices.log().getByText("Caught up").waitFor();
  }

  @Test
  void of_a_break_in_the_connection_it_speaks_only_when_it_lasts() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    Messenger.signIn(browser, alice);
    Gatekeeper gate = new Gatekeeper(browser);
    Messenger alices = new Messenger(browser.context().newPage());
    alices.page().clock().install();
    alices.page().navigate("http://127.0.0.1:" + campus.port() + "/");
    alices.heading("No chats yet").waitFor();
    gate.shuts();
    alices.page().clock().fastForward(2_000);
    assertThat(alices.status("Reconnecting…")).hasCount(0);
    alices.page().clock().fastForward(6_000);
    alices.status("Reconnecting…").waitFor();
    gate.opens();
    alices.button("Try now").click();
    assertThat(alices.status("Reconnecting…")).hasCount(0);
    bob.sends("Here again").to(alice);
    alices.row("bob. 1 unread message. Last message: Here again. ").waitFor();
  }
}
