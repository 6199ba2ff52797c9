package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which day it was, while one scrolls, travels, or leaves the page open over night. */
class DaysTest extends MessengerTest {
  /** Of an hour that lies between two messages, the zone in which it is midnight. */
  private static String zoneWithMidnightAt(ZonedDateTime time) {
    int hour = time.withZoneSameInstant(ZoneOffset.UTC).plusMinutes(30).getHour();
    int ahead = hour > 12 ? 24 - hour : -hour;
    // Their names count the other way round: Etc/GMT-3 is three hours ahead.
    return "Etc/GMT%+d".formatted(-ahead);
  }

  private static void travels(Messenger person, CDPSession browser, String zone) {
    JsonObject to = new JsonObject();
    to.addProperty("timezoneId", zone);
    browser.send("Emulation.setTimezoneOverride", to);
    // As it does by itself every half a minute.
    person.page().evaluate("dispatchEvent(new Event('focus'))");
  }

  private static Locator days(Messenger person) {
    return person.log().getByRole(AriaRole.HEADING);
  }

  @Test
  void in_another_time_zone_days_begin_elsewhere_and_clocks_differ() {
    Message early = bob.sends("Two hours ago").to(alice);
    campus.ages(early, Duration.ofHours(2));
    bob.sends("Now").to(alice);
    ZonedDateTime between = ZonedDateTime.now(ZoneOffset.UTC).minusHours(1);
    String midnight = zoneWithMidnightAt(between);
    String noon = zoneWithMidnightAt(between.minusHours(12));
    Visitor browser = visitor();
    Messenger alices = Messenger.of(browser, alice, "/c/" + early.conversation());
    alices.log().getByText("Two hours ago").waitFor();
    CDPSession clock = browser.context().newCDPSession(alices.page());
    travels(alices, clock, noon);
    assertThat(days(alices)).hasText(new String[] {"Today"});
    Locator time = alices.log().getByRole(AriaRole.ARTICLE).first().locator("time");
    String before = time.textContent();
    travels(alices, clock, midnight);
    assertThat(days(alices)).hasText(new String[] {"Yesterday", "Today"});
    assertNotEquals(before, time.textContent());
  }

  @Test
  void what_was_today_is_yesterday_after_midnight_without_a_reload() {
    // With a real account: a night outlasts a token.
    Member nora = Member.joins(visitor(), campus, "Nora");
    String id = bob.sends("Good night").to(nora.person()).conversation();
    nora.page().clock().install();
    nora.opens(id);
    Messenger noras = new Messenger(nora.page());
    noras.log().getByText("Good night").waitFor();
    assertThat(days(noras)).hasText(new String[] {"Today"});
    assertThat(noras.row("bob. ").locator("time")).hasText(Pattern.compile("\\d:\\d\\d.*"));
    // A night in which the computer slept.
    noras.page().clock().fastForward("24:00:00");
    assertThat(days(noras)).hasText(new String[] {"Yesterday"});
    assertThat(noras.row("bob. ").locator("time")).hasText("Yesterday");
  }

  @Test
  void while_one_scrolls_the_day_of_what_is_on_top_floats_above_it_for_a_moment() {
    Message old = bob.sends("Long ago\n".repeat(60)).to(alice);
    campus.ages(old, Duration.ofDays(400));
    bob.sends("This day\n".repeat(60)).to(alice);
    alice.readsAllOf(old.conversation());
    Messenger alices = messenger(alice, "/c/" + old.conversation());
    Locator floating = alices.log().locator(".messages__date");
    alices.log().hover();
    assertThat(floating).hasCSS("opacity", "0");
    scrollsUntilItFloats(alices, floating, "Today");
    assertThat(floating).hasCSS("opacity", "0");
    // The list moves by itself, as it does when a picture comes.
    alices.log().evaluate("(log) => { log.scrollTop -= 20; }");
    assertThat(floating).hasCSS("opacity", "0");
    scrollsUntilItFloats(alices, floating, days(alices).first().textContent());
    String below =
        "(each) => Math.round(each.getBoundingClientRect().top"
            + " - each.parentElement.getBoundingClientRect().top)";
    assertEquals(8, floating.evaluate(below));
  }

  /** It shows for a moment only, which must not be over before anybody looks. */
  private static void scrollsUntilItFloats(Messenger person, Locator floating, String day) {
    eventually(
        "it floats",
        () -> {
          person.page().mouse().wheel(0, -60);
          Object seen =
              floating.evaluate("(each) => getComputedStyle(each).opacity + each.textContent");
          return seen.equals("1" + day);
        });
  }
}
