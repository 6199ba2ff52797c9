package com.mockhu.dm.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.Form;
import com.mockhu.dm.support.Message;
import com.mockhu.dm.support.Person;
import com.mockhu.dm.support.Pixels;
import com.mockhu.dm.support.Together;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The list of chats. */
class InboxTest extends MessengerTest {
  @Test
  void it_follows_what_comes_in_with_order_preview_and_numbers() {
    carol.sends("From carol").to(alice);
    bob.sends("From bob").to(alice);
    Messenger alices = messenger(alice);
    assertThat(alices.rows()).containsText(new String[] {"bob. ", "carol. "});
    assertThat(alices.page()).hasTitle("(2) Mockhu");

    carol.sends("Once more").to(alice);
    alices.row("carol. 2 unread messages. Last: Once more. ").waitFor();
    assertThat(alices.rows()).containsText(new String[] {"carol. ", "bob. "});
    assertThat(alices.page()).hasTitle("(3) Mockhu");

    String photo =
        bob.uploads(Form.images().file("sky.png", Pixels.png(8, 6))).path(0).path("id").asText();
    bob.sends("")
        .with("message_type", "image")
        .with("content", null)
        .with("attachments", List.of(Map.of("id", photo)))
        .to(alice);
    alices.row("bob. 2 unread messages. Last: Photo. ").waitFor();
    alice.sends("My word").to(bob);
    assertThat(alices.row("bob. 2 unread messages. Last: My word. ")).containsText("You: My word");
  }

  @Test
  void only_what_is_unread_can_be_shown_and_nothing_is_a_good_state_too() {
    alice.sends("Read by alice").to(bob);
    carol.sends("Unread").to(alice);
    Messenger alices = messenger(alice);
    assertThat(alices.rows()).hasCount(2);
    alices.button("Unread 1").click();
    assertThat(alices.rows()).hasCount(1);
    alice.readsAllOf(alice.inbox().with(carol).id());
    alices.heading("All caught up").waitFor();
    alices.button("Show all chats").click();
    assertThat(alices.rows()).hasCount(2);
  }

  @Test
  void people_are_found_with_the_reason_why_one_cannot_write_to_them() {
    carol.sets("who_can_message", "none");
    Messenger alices = messenger(alice);
    alices.field("Search people").fill(carol.username());
    assertThat(alices.page().getByText(Pattern.compile("^\\d+ (person|people) found$")))
        .hasRole(AriaRole.STATUS);
    Locator found = alices.button("carol @" + carol.username() + " · Does not accept messages.");
    assertThat(found).isDisabled();
    assertThat(found.locator("mark")).hasText(new String[] {carol.username()});
    alices.press("Escape");
    assertThat(alices.field("Search people")).hasValue("");
    alices.field("Search people").fill("nobody at all");
    alices.heading("Nobody found").waitFor();
    alices.field("Search people").fill(bob.username());
    alices.button("bob @" + bob.username()).waitFor();
    alices.press("ArrowDown");
    alices.isFocused(alices.button("bob @" + bob.username()));
    alices.press("Enter");
    alices.field("Message to bob").waitFor();
    alices.page().getByText("Say hello to bob.").waitFor();
  }

  @Test
  void a_deleted_chat_comes_back_when_one_thinks_better_of_it_and_else_is_gone() {
    bob.sends("Keep me").to(alice);
    Messenger alices = messenger(alice);
    alices.page().clock().install();
    alices.page().reload();
    delete(alices);
    assertThat(alices.rows()).hasCount(0);
    alices.button("Undo").click();
    alices.row("bob. 1 unread message. Last: Keep me. ").waitFor();
    assertThat(alices.status("Chat deleted.")).hasCount(0);
    delete(alices);
    alices.status("Chat deleted.").waitFor();
    assertEquals(1, alice.inbox().conversations().size());
    alices.page().clock().fastForward(6_000);
    eventually("the server has deleted it", () -> alice.inbox().conversations().isEmpty());
    alices.heading("No chats yet").waitFor();
  }

  private static void delete(Messenger alices) {
    alices.row("bob. ").hover();
    alices.button("Options for bob").click();
    alices.menuItem("Delete chat").click();
  }

  @Test
  void a_chat_has_an_address_and_an_address_without_one_leads_on() {
    Message message = bob.sends("At this address").to(alice);
    Messenger alices = messenger(alice, "/c/" + message.conversation());
    alices.log().getByText("At this address").waitFor();
    assertThat(alices.row("bob. ")).hasAttribute("aria-current", "page");
    Visitor browser = visitor();
    browser.expectsTrouble();
    Messenger lost = Messenger.of(browser, alice, "/c/" + java.util.UUID.randomUUID());
    lost.heading("This chat is not available").waitFor();
    lost.button("Back to chats").click();
    lost.row("bob. ").waitFor();
  }

  @Test
  void hundreds_of_chats_come_as_one_scrolls_and_only_those_near_are_in_the_page() {
    Person host = campus.welcomes("host");
    Together.run(130, i -> campus.welcomes("guest" + i).sends("Number " + i).to(host));
    Messenger hosts = messenger(host);
    assertThat(hosts.page()).hasTitle("(130) Mockhu");
    hosts.rows().first().focus();
    hosts.until("document.querySelectorAll('.row').length > 5");
    while (!hosts.rows().last().getAttribute("data-index").equals("129")) {
      hosts.press("End");
      hosts.until("document.activeElement.matches('.row__link')");
      assertTrue(hosts.rows().count() < 60);
    }
    assertThat(hosts.page().getByRole(com.microsoft.playwright.options.AriaRole.LISTITEM).last())
        .hasAttribute("aria-setsize", Pattern.compile("130"));
  }

  @Test
  void two_tabs_show_the_same() {
    bob.sends("In both").to(alice);
    Visitor browser = visitor();
    Messenger one = Messenger.of(browser, alice, "/");
    Messenger other = new Messenger(browser.opens("/"));
    other.row("bob. 1 unread message. Last: In both. ").waitFor();
    one.page().bringToFront();
    one.row("bob. 1 unread message. Last: In both. ").click();
    one.log().getByText("In both").waitFor();
    other.row("bob. Last: In both. ").waitFor();
    assertThat(other.page()).hasTitle("Mockhu");
  }
}
