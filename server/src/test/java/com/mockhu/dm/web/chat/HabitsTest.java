package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What hands are used to from other messengers. */
class HabitsTest extends MessengerTest {
  @Test
  void on_a_phone_enter_makes_a_new_line_and_the_button_sends() {
    String id = alice.opensConversationWith(bob).id();
    Messenger phone = Messenger.of(visitor(phone()), alice, "/c/" + id);
    var field = phone.field("Message to bob");
    field.fill("First");
    field.press("Enter");
    field.pressSequentially("second");
    assertThat(field).hasValue("First\nsecond");
    assertThat(field).hasAttribute("enterkeyhint", "enter");
    phone.button("Send").click();
    assertThat(phone.log().getByText("First\nsecond")).isVisible();
  }

  @Test
  void back_closes_a_menu_and_a_dialog_before_it_leaves_the_chat() {
    String id = bob.sends("Stay here").to(alice).conversation();
    Messenger phone = Messenger.of(visitor(phone()), alice, "/");
    phone.row("bob").click();
    phone.log().getByText("Stay here").waitFor();
    phone.button("Chat options").click();
    assertThat(phone.menuItem("Block")).isVisible();
    phone.page().goBack();
    assertThat(phone.menuItem("Block")).hasCount(0);
    assertThat(phone.log()).isVisible();

    phone.button("Chat options").click();
    phone.menuItem("Block").click();
    assertThat(phone.page().getByRole(AriaRole.DIALOG)).isVisible();
    phone.page().goBack();
    assertThat(phone.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    assertThat(phone.page()).hasURL(Pattern.compile(".*/c/" + id));
    phone.page().goBack();
    assertThat(phone.row("bob")).isVisible();
    assertThat(phone.page()).hasURL(Pattern.compile(".*/$"));
  }

  @Test
  void enter_opens_the_first_person_found_and_typing_anywhere_writes_a_message() {
    Messenger messenger = Messenger.of(visitor(), alice, "/new");
    messenger.field("Search people").fill("bob");
    messenger.press("Enter");
    messenger.field("Message to bob").waitFor();
    messenger.log().focus();
    messenger.page().keyboard().type("Hi bob");
    assertThat(messenger.field("Message to bob")).hasValue("Hi bob");
    messenger.press("Enter");
    assertThat(messenger.rows().first().locator(".tick")).isVisible();
  }

  @Test
  void each_paragraph_has_its_own_direction_and_a_link_keeps_its_signs() {
    String id =
        bob.sends("Hello\nשלום לכולם\nhttps://a.example/x_(y)_*~'z'").to(alice).conversation();
    Messenger messenger = Messenger.of(visitor(), alice, "/c/" + id);
    var link = messenger.link("https://a.example/x_(y)_*~'z'");
    assertThat(link).hasAttribute("href", "https://a.example/x_(y)_*~'z'");
    messenger.until(
        """
        (() => {
          const walker = document.createTreeWalker(
            document.querySelector('.bubble__words'), NodeFilter.SHOW_TEXT);
          const text = walker.nextNode();
          if (text?.length < 16) return false;
          const box = document.querySelector('.bubble__text').getBoundingClientRect();
          const range = document.createRange();
          range.setStart(text, 6);
          range.setEnd(text, 16);
          const line = range.getBoundingClientRect();
          return Math.abs(line.right - box.right) < 4 && line.left - box.left > 20;
        })()
        """);
  }

  private static NewContextOptions phone() {
    return new NewContextOptions().setViewportSize(390, 780).setHasTouch(true).setIsMobile(true);
  }
}
