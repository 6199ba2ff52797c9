package com.mockhu.dm.web.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.Draft;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    alices.row("carol. 2 unread messages. Last message: Once more. ").waitFor();
    assertThat(alices.rows()).containsText(new String[] {"carol. ", "bob. "});
    assertThat(alices.page()).hasTitle("(3) Mockhu");

    photos(bob, 1).to(alice);
    alices.row("bob. 2 unread messages. Last message: Photo. ").waitFor();
    alice.sends("My word").to(bob);
    assertThat(alices.row("bob. 2 unread messages. Last message: My word. "))
        .containsText("You: My word");
  }

  @Test
  void a_preview_tells_who_sent_what() {
    Messenger alices = messenger(alice);
    photos(alice, 1).to(bob);
    assertThat(alices.row("bob. Last message: Photo. ")).containsText("You: Photo");
    photos(bob, 2).to(alice);
    alices.row("bob. 1 unread message. Last message: 2 photos. ").waitFor();
    byte[] table = "a,b".getBytes(StandardCharsets.UTF_8);
    JsonNode file = bob.uploads(Form.files().file("figures.csv", table)).path(0);
    bob.sends(null).withFiles(List.of(file)).to(alice);
    alices.row("bob. 2 unread messages. Last message: figures.csv. ").waitFor();
    Message gone = alice.sends("Better not").to(bob);
    alice.deletesForEveryone(gone);
    alices.row("bob. 2 unread messages. Last message: You deleted this message. ").waitFor();
    bob.sends("Typed").to(alice);
    alices.row("bob. 3 unread messages. Last message: Typed. ").click();
    alices.field("Message to bob").fill("Half a");
    carol.sends("Elsewhere").to(alice);
    alices.row("carol. ").click();
    assertThat(alices.row("bob. ")).containsText("Draft: Half a");
  }

  private static Draft<Message> photos(Person sender, int count) {
    List<JsonNode> all =
        Stream.generate(() -> Pixels.png(8, 6))
            .limit(count)
            .map(each -> sender.uploads(Form.images().file("sky.png", each)).path(0))
            .toList();
    return sender.sends(null).withImages(all);
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
    alices.heading("No results").waitFor();
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
    alices.row("bob. 1 unread message. Last message: Keep me. ").waitFor();
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
    lost.heading("This chat isn’t available").waitFor();
    lost.button("Back to chats").click();
    lost.row("bob. ").waitFor();
  }

  @Test
  void of_a_thousand_chats_only_those_near_are_elements_and_the_last_is_in_reach() {
    Person host = campus.welcomes("host");
    campus.crowds(host, 1_000);
    Messenger hosts = messenger(host);
    hosts.page().evaluate(COUNT_ROWS);
    hosts.row("guest1000. ").focus();
    hosts.until("document.querySelector('.row').ariaSetSize === '1000'");
    hosts.press("End");
    hosts.isFocused(hosts.row("guest1. "));
    hosts.press("ArrowUp");
    hosts.isFocused(hosts.row("guest2. "));
    hosts.press("Home");
    hosts.isFocused(hosts.row("guest1000. "));
    hosts.press("PageDown");
    hosts.isFocused(hosts.row("guest992. "));

    hosts.page().evaluate(SCROLL_DOWN);
    assertThat(hosts.row("guest1. ")).isInViewport();
    assertThat(hosts.row("guest1000. ")).hasCount(0);
    hosts.row("guest1. ").click();
    hosts.log().getByText("number 1").waitFor();
    assertThat(hosts.row("guest1. ")).isInViewport();
    int most = (int) hosts.page().evaluate("mostRows");
    assertTrue(most > 10 && most < 60, most + " rows at a time");
  }

  /** Notes the most rows that ever were elements at once. */
  private static final String COUNT_ROWS =
      """
      () => {
        globalThis.mostRows = 0;
        new MutationObserver(() => {
          mostRows = Math.max(mostRows, document.querySelectorAll('.row').length);
        }).observe(document.body, {subtree: true, childList: true});
      }
      """;

  /** Like a wheel that turns without a stop; the list is never empty on the way. */
  private static final String SCROLL_DOWN =
      """
      async () => {
        const list = document.querySelector('.list');
        const frame = () => new Promise(requestAnimationFrame);
        while (list.scrollTop < list.scrollHeight - list.clientHeight - 1) {
          list.scrollTop += 2000;
          await frame();
          await frame();
          const { top, bottom } = list.getBoundingClientRect();
          const rows = [...list.querySelectorAll('.row')].map((each) => each.getBoundingClientRect());
          if (!rows.some((each) => each.top <= top + 1)) throw new Error('Nothing at the top');
          if (!rows.some((each) => each.bottom >= bottom - 12)) throw new Error('Nothing at the end');
        }
      }
      """;

  @Test
  void two_tabs_show_the_same() {
    bob.sends("In both").to(alice);
    Visitor browser = visitor();
    Messenger one = Messenger.of(browser, alice, "/");
    Messenger other = new Messenger(browser.opens("/"));
    other.row("bob. 1 unread message. Last message: In both. ").waitFor();
    one.page().bringToFront();
    one.row("bob. 1 unread message. Last message: In both. ").click();
    one.log().getByText("In both").waitFor();
    other.row("bob. Last message: In both. ").waitFor();
    assertThat(other.page()).hasTitle("Mockhu");
  }
}
