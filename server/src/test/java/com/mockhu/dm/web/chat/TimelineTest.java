package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.web.browser.Browser;
import com.mockhu.dm.web.browser.SourceModules;
import com.mockhu.dm.web.browser.ViewTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the messages of a conversation are laid out, and where one stands among them. */
class TimelineTest extends ViewTest {
  private Conversation longChat(int messages) {
    Conversation conversation = alice.opensConversationWith(maya.person());
    campus.fills(conversation, alice, maya.person(), messages);
    return conversation;
  }

  private Message writes(String text) {
    return alice.sends(text).to(maya.person());
  }

  private double gap(String above, String below) {
    var upper = maya.message(above).locator(".bubble").boundingBox();
    return maya.message(below).locator(".bubble").boundingBox().y - upper.y - upper.height;
  }

  @Test
  void what_one_says_in_a_row_stands_together_until_the_other_speaks_or_five_minutes_pass() {
    maya.leaves();
    campus.ages(writes("An hour before"), Duration.ofMinutes(66));
    campus.ages(writes("Six minutes later"), Duration.ofMinutes(60));
    campus.ages(writes("And at once"), Duration.ofMinutes(59));
    maya.opens(writes("Now").conversation()).sends("Yes").seesSent("Yes");
    double together = gap("Six minutes later", "And at once");
    assertTrue(together < 4, "" + together);
    assertTrue(gap("An hour before", "Six minutes later") > 2 * together);
    assertTrue(gap("And at once", "Now") > 2 * together);
    assertTrue(gap("Now", "Yes") > 2 * together);
  }

  @Test
  void days_are_named_by_the_calendar_and_each_message_has_its_exact_time() {
    maya.leaves();
    Message old = writes("Long ago");
    campus.ages(old, Duration.ofDays(400));
    campus.ages(writes("Day before"), Duration.ofDays(1));
    maya.opens(writes("This day").conversation()).sees("This day");
    Locator days = maya.log().getByRole(AriaRole.HEADING);
    assertThat(days).hasCount(3);
    assertThat(days.nth(1)).hasText("Yesterday");
    assertThat(days.nth(2)).hasText("Today");
    String year = Integer.toString(java.time.LocalDate.now().minusDays(400).getYear());
    assertThat(days.first()).containsText(year);
    Locator time = maya.message("Long ago").locator("time");
    assertThat(time)
        .hasAttribute("datetime", alice.peeksAt(old.conversation()).get(old).createdAt());
    assertThat(time)
        .hasAttribute("title", java.util.regex.Pattern.compile(".*" + year + ".*:.*:.*"));
  }

  @Test
  void a_day_of_23_or_25_hours_is_one_day() {
    try (var berlin =
        Browser.running()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setTimezoneId("Europe/Berlin"))) {
      SourceModules.addTo(berlin);
      var page = berlin.newPage();
      page.navigate("http://127.0.0.1:" + campus.port() + "/");
      String named =
          """
          async ([then, now]) => {
            const { day } = await import('/source/view/dates.js');
            const { messenger } = document.getElementById('app');
            return day(messenger.context, then, new Date(now));
          }
          """;
      assertEquals(
          "Yesterday", page.evaluate(named, days("2026-03-28T22:30Z", "2026-03-29T20:00Z")));
      assertEquals(
          "Yesterday", page.evaluate(named, days("2026-10-24T21:30Z", "2026-10-25T22:30Z")));
      assertEquals("Today", page.evaluate(named, days("2026-10-24T22:30Z", "2026-10-25T22:30Z")));
    }
  }

  private static java.util.List<String> days(String then, String now) {
    return java.util.List.of(then, now);
  }

  @Test
  void unread_messages_count_in_the_title_and_stand_below_a_line_until_one_leaves() {
    maya.goesTo("/");
    writes("Old and read");
    String id = maya.person().inbox().with(alice).id();
    maya.opens(id).sees("Old and read");
    // Who leaves within the moment has not read it, and it goes on counting.
    eventually("read", () -> maya.person().inbox().with(alice).unread() == 0);
    maya.goesTo("/");
    assertThat(maya.page()).hasTitle("Mockhu");
    writes("First unread");
    writes("Second unread");
    writes("Third unread");
    assertThat(maya.page()).hasTitle("(3) Mockhu");
    maya.opens(id).sees("Third unread");
    Locator line = maya.log().getByRole(AriaRole.SEPARATOR);
    assertThat(maya.log().locator("[role=separator], .bubble__words"))
        .hasText(
            new String[] {
              "Old and read", "New messages", "First unread", "Second unread", "Third unread"
            });
    assertThat(maya.page()).hasTitle("Mockhu");
    eventually("all read", () -> maya.person().inbox().with(alice).unread() == 0);
    assertThat(line).isVisible();
    maya.opens(id).sees("Third unread");
    assertThat(line).hasCount(0);
  }

  @Test
  void the_first_words_in_a_conversation_that_is_open_are_not_below_a_line() {
    maya.opens(maya.person().opensConversationWith(alice).id());
    writes("First words");
    maya.sees("First words");
    eventually("read", () -> maya.person().inbox().with(alice).unread() == 0);
    assertThat(maya.log().getByRole(AriaRole.SEPARATOR)).hasCount(0);
  }

  @Test
  void nothing_is_read_behind_another_window_or_below_the_screen() {
    Conversation chat = longChat(60);
    maya.opens(chat.id()).looks(false);
    Message behind = writes("Behind a window");
    maya.sees("Behind a window");
    assertThat(maya.page()).hasTitle("(1) Mockhu");
    assertThat(maya.log().getByRole(AriaRole.SEPARATOR)).hasText("New messages");
    eventually("delivered", () -> status(behind).equals("delivered"));
    maya.looks(true);
    assertThat(maya.page()).hasTitle("Mockhu");
    eventually("read", () -> status(behind).equals("read"));

    scrollTo(0);
    assertThat(maya.button("Jump to the latest message")).isVisible();
    Message below = writes("Below the screen");
    assertThat(maya.page()).hasTitle("(1) Mockhu");
    assertThat(maya.button("Jump to 1 new message")).isVisible();
    eventually("delivered too", () -> status(below).equals("delivered"));
    maya.clicks("Jump to 1 new message").sees("Below the screen");
    eventually("read too", () -> status(below).equals("read"));
    assertThat(maya.page()).hasTitle("Mockhu");
  }

  private String status(Message message) {
    return alice.peeksAt(message.conversation()).get(message).status();
  }

  private void scrollTo(int top) {
    maya.log().evaluate("(log, top) => { log.scrollTop = top; }", top);
  }

  @Test
  void new_messages_move_the_view_at_its_end_and_leave_it_alone_elsewhere() {
    Conversation chat = longChat(120);
    maya.opens(chat.id());
    maya.log().evaluate("(log) => { log.scrollTop -= 60; }");
    writes("Followed");
    maya.sees("Followed");
    assertThat(maya.message("Followed")).isInViewport();
    maya.log().evaluate("(log) => { log.scrollTop -= 1500; }");
    assertThat(maya.button("Jump to the latest message")).isVisible();
    double before = topOfFirstVisible();
    writes("Not followed");
    writes("Neither this");
    assertThat(maya.button("Jump to 2 new messages")).isVisible();
    assertEquals(before, topOfFirstVisible(), 2);
    maya.clicks("Jump to 2 new messages");
    assertThat(maya.message("Neither this")).isInViewport();
    assertThat(maya.button("Jump to 2 new messages")).hasCount(0);
  }

  /** Marks the first message on the screen the first time, and finds it again later. */
  private double topOfFirstVisible() {
    String top =
        """
        (log) => {
          const edge = log.getBoundingClientRect().top;
          const rows = [...log.querySelectorAll('[role=article]')];
          const first = rows.find((each) => each.getBoundingClientRect().top > edge);
          globalThis.watched ??= first.dataset.key;
          return rows.find((each) => each.dataset.key === watched).getBoundingClientRect().top;
        }
        """;
    return ((Number) maya.log().evaluate(top)).doubleValue();
  }

  @Test
  void history_comes_in_above_without_moving_what_one_reads_to_its_very_beginning() {
    Conversation chat = longChat(2_000);
    maya.opens(chat.id());
    for (int page = 0; page < 4; page++) {
      double moved = ((Number) maya.log().evaluate(SCROLL_UP_AND_WATCH)).doubleValue();
      assertTrue(Math.abs(moved) <= 2, page + ": " + moved);
    }
    maya.log().evaluate(SCROLL_TO_BEGINNING);
    assertThat(maya.page().getByText("This is the beginning of your chat with alice."))
        .isInViewport();
    assertThat(maya.message("number 1").first()).isVisible();
    int elements = maya.messages().count();
    assertTrue(elements < 120, elements + " of 2000 messages are elements");
  }

  /** Scrolls near the top, waits for older messages and returns how far the visible ones moved. */
  private static final String SCROLL_UP_AND_WATCH =
      """
      async (log) => {
        const frame = () => new Promise(requestAnimationFrame);
        const height = log.scrollHeight;
        log.scrollTop = 300;
        await frame();
        const edge = log.getBoundingClientRect().top;
        const rows = () => [...log.querySelectorAll('[role=article]')];
        const first = rows().find((each) => each.getBoundingClientRect().top > edge);
        const { key } = first.dataset;
        const before = first.getBoundingClientRect().top;
        let worst = 0;
        for (let after = 0; after < 10;) {
          await frame();
          const row = rows().find((each) => each.dataset.key === key);
          if (!row) throw new Error('What was read is gone.');
          const moved = row.getBoundingClientRect().top - before;
          if (Math.abs(moved) > Math.abs(worst)) worst = moved;
          if (log.scrollHeight > height + 500) after += 1;
        }
        return worst;
      }
      """;

  private static final String SCROLL_TO_BEGINNING =
      """
      async (log) => {
        while (!log.querySelector('.beginning')) {
          log.scrollTop = 0;
          await new Promise(requestAnimationFrame);
        }
        log.scrollTop = 0;
      }
      """;

  @Test
  void a_message_goes_for_oneself_or_for_both_and_can_be_taken_back_for_a_moment() {
    String id = theirs();
    jonas.opens(id);
    maya.opens(id)
        .sends("Only mine to hide")
        .sends("Gone for both")
        .seesAs("Gone for both", "Read");
    jonas.sees("Only mine to hide").sees("Gone for both");

    maya.chooses("Delete message", "Gone for both").clicks("Delete for everyone");
    maya.seesNo("Gone for both").clicks("Undo").sees("Gone for both");
    maya.chooses("Delete message", "Gone for both").clicks("Delete for everyone");
    maya.chooses("Delete message", "Only mine to hide").clicks("Delete for me");
    maya.seesNo("Only mine to hide").sees("You deleted this message");
    jonas.sees("This message was deleted").seesNo("Gone for both").sees("Only mine to hide");
    assertThat(jonas.the(AriaRole.LIST, "Chats")).not().containsText("Gone for both");
  }
}
