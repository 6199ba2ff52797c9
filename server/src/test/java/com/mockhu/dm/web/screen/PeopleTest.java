package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.mockhu.dm.platform.time.Scheduler;
import com.mockhu.dm.support.person.Socket;
import com.mockhu.dm.support.time.SteppedTime;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether the other is there, and whether one wants to hear of them. */
class PeopleTest extends MessengerTest {
  private final SteppedTime time = new SteppedTime();

  @Override
  protected Scheduler scheduler() {
    return time;
  }

  @Test
  void one_sees_who_is_there_and_since_when_they_are_not() {
    String id = bob.sends("I am here").to(alice).conversation();
    Socket socket = bob.connects();
    Messenger alices = messenger(alice, "/c/" + id);
    alices.page().locator("header").getByText("Online").waitFor();
    alices.row("bob. Online. ").waitFor();
    socket.close();
    eventually(
        "bob is gone, and alice sees since when",
        () -> {
          time.passes(Duration.ofMinutes(1));
          return alices.page().getByText("last seen just now").isVisible();
        });
    assertThat(alices.row("bob. Online. ")).hasCount(0);
  }

  @Test
  void blocking_tells_what_follows_and_can_be_taken_back() {
    String id = bob.sends("Buy this!").to(alice).conversation();
    Messenger alices = messenger(alice, "/c/" + id);
    Messenger bobs = messenger(bob, "/c/" + id);
    bobs.field("Message to alice").waitFor();
    alices.button("Chat options").click();
    alices.menuItem("Block").click();
    alices.dialog("Block bob?").getByText("You won’t be able to message each other").waitFor();
    alices.press("Escape");
    alices.isFocused(alices.button("Chat options"));
    block(alices);
    alices.status("bob blocked.").waitFor();
    assertThat(alices.field("Message to bob")).hasCount(0);
    alices.page().getByText("You blocked this person.").waitFor();
    bobs.row("alice. ").waitFor(hidden());
    alices.button("Undo").click();
    alices.field("Message to bob").waitFor();
    bobs.row("alice. ").waitFor();
  }

  @Test
  void everybody_who_is_blocked_is_listed_and_can_be_let_in_again() {
    alice.blocks(bob);
    Messenger alices = messenger(alice, "/settings");
    alices.button("Unblock bob").click();
    alices.page().getByText("You haven’t blocked anyone.").waitFor();
    bob.sends("Thank you").to(alice);
    alices.row("bob. 1 unread message. Last message: Thank you. ").waitFor();
  }

  private static void block(Messenger alices) {
    alices.button("Chat options").click();
    alices.menuItem("Block").click();
    alices
        .dialog("Block bob?")
        .getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Block").setExact(true))
        .click();
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }
}
