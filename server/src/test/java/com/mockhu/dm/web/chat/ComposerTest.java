package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.ViewTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The message field, and how messages are displayed. */
class ComposerTest extends ViewTest {
  private String id;

  @BeforeEach
  void openAnEmptyConversation() {
    id = maya.person().opensConversationWith(alice).id();
    maya.opens(id);
  }

  private List<String> stored() {
    return alice.peeksAt(id).contents().reversed();
  }

  @Test
  void shift_enter_makes_a_line_and_enter_sends_them_all() {
    maya.types("First").presses("Shift+Enter").types("Second").presses("Enter").sees("First");
    maya.seesSent("First");
    assertEquals(List.of("First\nSecond"), stored());
    assertThat(maya.composer()).hasValue("");
    maya.types("  ").presses("Enter");
    assertThat(maya.button("Send")).isDisabled();
  }

  @Test
  void enter_that_ends_a_composition_of_characters_sends_nothing() {
    var keyboard = maya.visitor().context().newCDPSession(maya.page());
    maya.composer().focus();
    JsonObject composition = new JsonObject();
    composition.addProperty("text", "にほん");
    composition.addProperty("selectionStart", 3);
    composition.addProperty("selectionEnd", 3);
    keyboard.send("Input.imeSetComposition", composition);
    // As an input method lets it through: a key, but no character.
    JsonObject enter = new JsonObject();
    enter.addProperty("type", "rawKeyDown");
    enter.addProperty("key", "Enter");
    enter.addProperty("windowsVirtualKeyCode", 13);
    keyboard.send("Input.dispatchKeyEvent", enter);
    assertThat(maya.composer()).hasValue("にほん");
    assertThat(maya.messages()).hasCount(0);
    JsonObject committed = new JsonObject();
    committed.addProperty("text", "日本");
    keyboard.send("Input.insertText", committed);
    maya.presses("Enter").seesSent("日本");
    assertEquals(List.of("日本"), stored());
  }

  @Test
  void it_grows_to_eight_lines_and_shrinks_again() {
    double one = height();
    maya.composer().fill("1\n2\n3");
    double three = height();
    maya.composer().fill("1\n2\n3\n4\n5\n6\n7\n8");
    double eight = height();
    maya.composer().fill("line\n".repeat(30));
    assertTrue(one < three && three < eight, one + " " + three + " " + eight);
    assertEquals(eight, height(), 1);
    maya.presses("Enter").sees("line");
    assertEquals(one, height(), 1);
  }

  private double height() {
    return maya.composer().boundingBox().height;
  }

  @Test
  void near_the_limit_it_counts_and_over_it_nothing_goes() {
    maya.composer().fill("x".repeat(9_400));
    assertThat(maya.page().getByTitle(Pattern.compile("characters? left"))).hasCount(0);
    maya.composer().fill("x".repeat(9_600));
    assertThat(maya.page().getByTitle("400 characters left")).hasText("400");
    maya.composer().fill("x".repeat(10_001));
    assertThat(maya.button("Send")).isDisabled();
    maya.presses("Enter");
    assertThat(maya.composer()).hasValue("x".repeat(10_001));
    // A sign of two code units counts once, as the server counts.
    maya.composer().fill("😀".repeat(10_000));
    maya.presses("Enter").seesSent("😀");
    assertEquals(10_000, stored().getFirst().codePointCount(0, stored().getFirst().length()));
  }

  @Test
  void a_paste_that_is_too_long_can_become_a_file_or_be_cut() {
    pastes("y".repeat(12_000));
    maya.clicks("Attach as file");
    Locator tray = maya.the(AriaRole.LIST, "Files to send");
    assertThat(tray).containsText("text.txt");
    maya.clicks("Remove text.txt");
    assertThat(tray).hasCount(0);
    pastes("y".repeat(12_000));
    maya.clicks("Insert the part that fits");
    assertThat(maya.composer()).hasValue("y".repeat(10_000));
  }

  private void pastes(String text) {
    maya.composer()
        .evaluate(
            "(field, text) => { const clipboardData = new DataTransfer();"
                + "clipboardData.setData('text/plain', text);"
                + "field.dispatchEvent(new ClipboardEvent('paste',"
                + "{clipboardData, bubbles: true, cancelable: true})); }",
            text);
  }

  @Test
  void emoji_come_by_the_picker_by_their_name_and_alone_they_are_large() {
    maya.types("Hi").clicks("Emoji");
    maya.the(AriaRole.SEARCHBOX, "Search emoji").fill("party");
    Locator found = maya.the(AriaRole.REGION, "Search results");
    found.getByRole(AriaRole.BUTTON, Member.named("tada")).click();
    maya.presses("Escape");
    assertThat(maya.composer()).hasValue("Hi🎉");
    maya.composer().fill("");
    maya.types(":thumbs");
    assertThat(maya.the(AriaRole.LISTBOX, "Matching emoji")).isVisible();
    maya.presses("Enter");
    assertThat(maya.composer()).hasValue("👍 ");
    maya.sends("👍").sends("👩‍👩‍👧‍👦 family").seesSent("family");
    assertEquals(List.of("👍", "👩‍👩‍👧‍👦 family"), stored());
    assertTrue(letterSize("👍") > 2 * letterSize("family"));
  }

  @Test
  void a_tone_of_skin_is_kept_and_holds_for_what_is_picked_and_completed() {
    maya.clicks("Emoji").the(AriaRole.RADIO, "Medium dark").click();
    assertThat(maya.the(AriaRole.RADIO, "Medium dark")).isChecked();
    Locator people = maya.the(AriaRole.REGION, "People & gestures");
    people.getByRole(AriaRole.BUTTON, Member.named("wave")).click();
    maya.presses("Escape").reloads();
    maya.composer().press("End");
    maya.types(" :clap");
    assertThat(maya.the(AriaRole.LISTBOX, "Matching emoji")).isVisible();
    maya.presses("Tab");
    maya.types(":heart_eyes").presses("Tab");
    assertThat(maya.composer())
        .hasValue("\uD83D\uDC4B\uD83C\uDFFE \uD83D\uDC4F\uD83C\uDFFE \uD83D\uDE0D ");
    maya.clicks("Emoji");
    Locator used = maya.the(AriaRole.REGION, "Recently used").getByRole(AriaRole.BUTTON);
    assertThat(used.nth(0)).hasAccessibleName("heart eyes");
    assertThat(used.nth(1)).hasText("\uD83D\uDC4F\uD83C\uDFFE");
    maya.the(AriaRole.RADIO, "Default").click();
    maya.presses("Escape");
    maya.composer().fill("");
  }

  @Test
  void arrow_keys_lead_through_completions_and_escape_leaves_the_text_alone() {
    maya.types(":hea");
    Locator list = maya.the(AriaRole.LISTBOX, "Matching emoji");
    Locator options = list.getByRole(AriaRole.OPTION);
    assertThat(options.nth(0)).hasAttribute("aria-selected", "true");
    maya.presses("ArrowDown");
    assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
    assertThat(maya.composer()).hasAttribute("aria-activedescendant", "completion-1");
    maya.presses("Escape");
    assertThat(list).hasCount(0);
    assertThat(maya.composer()).hasValue(":hea");
    maya.composer().fill("Not in 12:30pm or http://x");
    assertThat(list).hasCount(0);
    maya.composer().fill("");
  }

  @Test
  void what_is_copied_is_what_was_written() {
    maya.visitor().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    maya.sends("  Two spaces,\nhttps://example.org and 👩‍👩‍👧‍👦")
        .sends("Second")
        .seesSent("Second");
    maya.chooses("Copy text", "Two spaces");
    assertThat(maya.page().getByText("Copied.")).isVisible();
    assertEquals("  Two spaces,\nhttps://example.org and 👩‍👩‍👧‍👦", clipboard());
    maya.log().evaluate("(log) => getSelection().selectAllChildren(log)");
    maya.presses("ControlOrMeta+c");
    String all = clipboard().replaceAll("\\s*\\n\\s*", "\n").strip();
    assertTrue(all.endsWith("Two spaces,\nhttps://example.org and 👩‍👩‍👧‍👦\nSecond"), all);
  }

  private String clipboard() {
    return (String) maya.page().evaluate("navigator.clipboard.readText()");
  }

  private double letterSize(String text) {
    String size = "(words) => parseFloat(getComputedStyle(words).fontSize)";
    return ((Number) maya.message(text).locator(".bubble__words").evaluate(size)).doubleValue();
  }

  @Test
  void whatever_is_written_stays_text_and_only_web_and_mail_become_links() {
    String markup = "<img src=x onerror=alert(1)><b>bold</b> &amp; {{7*7}} javascript:alert(1)";
    maya.sends(markup);
    assertThat(maya.messages().locator(".bubble__words").first()).hasText(markup);
    assertThat(maya.messages().getByRole(AriaRole.LINK)).hasCount(0);
    maya.sends("See (https://example.com/a_(b)?c=1&d=2), www.example.org. or ana@example.com!");
    Locator links = maya.messages().getByRole(AriaRole.LINK);
    assertThat(links)
        .hasText(
            new String[] {
              "https://example.com/a_(b)?c=1&d=2", "www.example.org", "ana@example.com"
            });
    assertThat(links.first()).hasAttribute("rel", Pattern.compile("noopener.*"));
    assertThat(links.first()).hasAttribute("target", "_blank");
    assertThat(links.last()).hasAttribute("href", "mailto:ana@example.com");
  }

  @Test
  void any_script_reads_its_own_way_and_no_word_is_too_long() {
    maya.sends("שלום, מה נשמע? (2)").sends("w".repeat(900));
    String direction =
        "(words) => words.parentElement.matches('.bubble__text--rtl') ? 'rtl' : 'ltr'";
    Locator words = maya.messages().locator(".bubble__words");
    assertEquals("rtl", words.first().evaluate(direction));
    assertEquals("ltr", words.last().evaluate(direction));
    assertEquals(0, maya.log().evaluate("(log) => log.scrollWidth - log.clientWidth"));
    Object inside = words.last().evaluate("(words) => words.getBoundingClientRect().right");
    Object edge = maya.log().evaluate("(log) => log.getBoundingClientRect().right");
    assertTrue(((Number) inside).doubleValue() < ((Number) edge).doubleValue());
  }

  @Test
  void what_turns_letters_around_turns_nothing_but_its_own_text() {
    maya.sends("\u202Eבלי סוף (1)").seesSent("(1)");
    Locator message = maya.message("(1)");
    Object timeIsLast =
        message.evaluate(
            "(each) => each.querySelector('time').getBoundingClientRect().right"
                + " < each.querySelector('.tick').getBoundingClientRect().left");
    assertEquals(true, timeIsLast);
    Locator row = maya.the(AriaRole.LIST, "Chats").getByRole(AriaRole.LINK).first();
    assertThat(row).containsText("You: ");
    Object youIsFirst =
        row.locator(".row__preview")
            .evaluate(
                "(each) => each.firstElementChild.getBoundingClientRect().right"
                    + " <= each.lastElementChild.getBoundingClientRect().left + 1");
    assertEquals(true, youIsFirst);
  }
}
