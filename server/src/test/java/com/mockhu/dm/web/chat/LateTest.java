package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.ViewTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Messages that cannot be sent now: the author sees it and need do nothing. */
class LateTest extends ViewTest {
  private static final String MESSAGES = "**/v1/conversations/*/messages";
  private static final String TOLD = "Not sent. Will send automatically.";

  @Test
  void without_a_network_it_says_so_at_once_and_what_was_written_goes_by_itself_in_order() {
    jonas.opens(theirs());
    maya.opens(theirs());
    // The test need not wait for the response.
    maya.page().clock().setFixedTime(System.currentTimeMillis());
    maya.visitor().goesOffline();
    assertThat(maya.page().getByText("Waiting for network…")).isVisible();
    maya.page().evaluate(LISTEN);
    maya.sends("One").sends("Never mind").sends("Two");
    for (String each : List.of("One", "Never mind", "Two")) {
      maya.seesAs(each, "Not sent");
      assertThat(retry(maya, each)).isVisible();
    }
    maya.message("Two").focus();
    maya.presses("ArrowUp").presses("Tab").presses("Tab");
    assertThat(retry(maya, "Never mind")).isFocused();
    maya.presses("Tab").presses("Enter").seesNo("Never mind");

    maya.visitor().comesBack();
    maya.seesSent("One").seesSent("Two");
    assertThat(maya.log().getByText("Not sent.")).hasCount(0);
    jonas.sees("Two");
    assertEquals(List.of("One", "Two"), jonas.messages().locator(".bubble__words").allInnerTexts());
    assertEquals(
        List.of(TOLD), maya.page().evaluate("said.filter((each) => each.includes('Not'))"));
  }

  /** Records the announcements for screen readers. */
  private static final String LISTEN =
      """
      () => {
        globalThis.said = [];
        const region = document.querySelector('.heard[role=status][aria-atomic]');
        new MutationObserver(() => region.textContent && said.push(region.textContent.trim()))
            .observe(region, {childList: true, characterData: true, subtree: true});
      }
      """;

  @Test
  void no_answer_for_ten_seconds_shows_until_it_is_there_through_a_reload() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    String id = lena.person().opensConversationWith(alice).id();
    lena.visitor().expectsTrouble();
    lena.page().clock().install();
    List<Route> held = holdsBack(lena);
    lena.opens(id).sends("Anybody?").seesAs("Anybody?", "Sending");
    lena.page().clock().fastForward(9_000);
    lena.seesAs("Anybody?", "Sending");
    lena.page().clock().fastForward(1_500);
    lena.seesAs("Anybody?", "Not sent");
    lena.reloads().seesAs("Anybody?", "Not sent");

    lena.page().waitForCondition(() -> held.size() == 2);
    retry(lena, "Anybody?").click();
    lena.page().waitForCondition(() -> held.size() == 3);
    lena.seesAs("Anybody?", "Sending");
    lena.visitor().context().unroute(MESSAGES);
    held.getLast().resume();
    lena.seesSent("Anybody?");
    assertThat(lena.log().getByText("Not sent.")).hasCount(0);
    assertEquals(1, held.stream().map(LateTest::key).distinct().count());
    assertEquals(List.of("Anybody?"), alice.peeksAt(id).contents());
  }

  @Test
  void what_is_taken_back_while_nobody_answers_is_not_sent_later() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    String id = lena.person().opensConversationWith(alice).id();
    lena.visitor().expectsTrouble();
    lena.page().clock().install();
    List<Route> held = holdsBack(lena);
    lena.opens(id).sends("Rather not").sends("But this");
    lena.page().waitForCondition(() -> held.size() == 1);
    lena.page().clock().fastForward(11_000);
    lena.seesAs("Rather not", "Not sent");
    // From here on no patience runs out.
    lena.page().clock().pauseAt(System.currentTimeMillis() + 13_000);
    button(lena, "Rather not", "Delete").dispatchEvent("click");
    lena.page().waitForCondition(() -> held.size() == 2);
    lena.page().clock().resume();
    lena.seesNo("Rather not");
    lena.visitor().context().unroute(MESSAGES);
    held.getLast().resume();
    lena.seesSent("But this");
    assertEquals(List.of("But this"), alice.peeksAt(id).contents());
  }

  /** Messages do not reach the server, and the browser gets no response. */
  private static List<Route> holdsBack(Member member) {
    List<Route> held = new CopyOnWriteArrayList<>();
    member
        .visitor()
        .context()
        .route(
            MESSAGES,
            route -> {
              if (route.request().method().equals("POST")) {
                held.add(route);
              } else {
                route.resume();
              }
            });
    return held;
  }

  private static String key(Route route) {
    return Json.tree(route.request().postData()).path("client_message_id").asText();
  }

  private static Locator retry(Member member, String message) {
    return button(member, message, "Retry");
  }

  private static Locator button(Member member, String message, String name) {
    return member.message(message).getByRole(AriaRole.BUTTON, Member.named(name));
  }
}
