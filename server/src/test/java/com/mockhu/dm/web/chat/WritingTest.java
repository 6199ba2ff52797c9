package com.mockhu.dm.web.chat;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.web.browser.Member;
import com.mockhu.dm.web.browser.ViewTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a message from Enter until the other person has read it. */
public class WritingTest extends ViewTest {
  private static final String MESSAGES = "**/v1/conversations/*/messages";

  @Test
  void a_message_shows_at_once_and_its_tick_grows_from_clock_to_read_and_never_shrinks() {
    jonas.leaves();
    maya.opens(theirs());
    List<Route> held = new ArrayList<>();
    maya.visitor().context().route(MESSAGES, route -> holdPost(route, held));
    maya.page().evaluate(WATCH_TICKS, "Are you up?");
    maya.sends("Are you up?").sees("Are you up?");
    assertThat(maya.composer()).hasValue("");
    assertThat(maya.composer()).isFocused();
    maya.seesAs("Are you up?", "Sending");
    maya.message("Are you up?").evaluate("(element) => { element.before = true; }");

    maya.visitor().context().unroute(MESSAGES);
    held.forEach(Route::resume);
    maya.seesAs("Are you up?", "Sent");
    jonas.goesTo("/");
    maya.seesAs("Are you up?", "Delivered");
    jonas.opens(theirs()).sees("Are you up?");
    maya.seesAs("Are you up?", "Read");
    assertEquals(true, maya.message("Are you up?").evaluate("(element) => element.before"));
    assertNeverShrinks(Json.tree((String) maya.page().evaluate("JSON.stringify(ticks)")));
  }

  /** Notes each name the tick of the message has, from its first moment on. */
  private static final String WATCH_TICKS =
      """
      (text) => {
        globalThis.ticks = [];
        new MutationObserver(() => {
          const row = [...document.querySelectorAll('[role=article]')]
              .find((each) => each.textContent.includes(text));
          const name = row?.querySelector('.tick')?.getAttribute('aria-label');
          if (name && ticks.at(-1) !== name) ticks.push(name);
        }).observe(document.body, {subtree: true, childList: true, attributes: true});
      }
      """;

  private static void assertNeverShrinks(JsonNode seen) {
    List<String> order = List.of("Waiting to send", "Sending", "Sent", "Delivered", "Read");
    List<Integer> steps =
        Json.list(seen).stream().map(each -> order.indexOf(each.asText())).toList();
    assertEquals(steps.stream().sorted().distinct().toList(), steps);
    assertEquals("Read", seen.path(seen.size() - 1).asText());
  }

  private static void holdPost(Route route, List<Route> held) {
    if (route.request().method().equals("POST")) {
      held.add(route);
    } else {
      route.resume();
    }
  }

  @Test
  void what_the_server_refuses_says_so_and_goes_by_retry_under_the_same_id_or_away_by_delete() {
    maya.opens(maya.person().opensConversationWith(alice).id());
    List<String> bodies = new ArrayList<>();
    maya.visitor().expectsTrouble();
    maya.visitor().context().route(MESSAGES, route -> refuse(route, bodies));
    maya.sends("Once more").sends("Never mind").seesAs("Never mind", "Not sent");
    maya.seesAs("Once more", "Not sent");
    assertThat(maya.message("Once more").getByText("The bell has rung.")).isVisible();
    maya.message("Never mind").getByRole(AriaRole.BUTTON, Member.named("Delete")).click();
    maya.seesNo("Never mind");

    maya.visitor().context().unroute(MESSAGES);
    maya.message("Once more").getByRole(AriaRole.BUTTON, Member.named("Retry")).click();
    maya.seesSent("Once more");
    List<Message> stored = maya.person().historyWith(alice).messages();
    assertEquals(List.of("Once more"), stored.stream().map(Message::content).toList());
    String first = Json.tree(bodies.getFirst()).path("client_message_id").asText();
    assertEquals(first, stored.getFirst().clientMessageId());
  }

  private static void refuse(Route route, List<String> bodies) {
    if (route.request().method().equals("POST")) {
      bodies.add(route.request().postData());
      String error = "{\"code\":\"invalid_request\",\"message\":\"The bell has rung.\"}";
      route.fulfill(
          new Route.FulfillOptions()
              .setStatus(400)
              .setContentType("application/json")
              .setBody("{\"success\":false,\"error\":" + error + "}"));
    } else {
      route.resume();
    }
  }

  @Test
  void what_was_written_without_a_network_survives_a_reload_and_goes_in_order_once() {
    String id = maya.person().opensConversationWith(alice).id();
    maya.opens(id);
    maya.visitor().expectsTrouble();
    maya.visitor().context().route(MESSAGES, Route::abort);
    maya.sends("One").sends("Two").sends("Three").seesUnsent("Three");
    maya.sends("Better not").seesUnsent("Better not");
    maya.chooses("Delete message", "Better not").seesNo("Better not");
    maya.reloads().seesUnsent("Three");
    assertEquals(List.of("One", "Two", "Three"), words(maya));
    maya.visitor().context().unroute(MESSAGES);
    maya.visitor().goesOffline();
    assertThat(maya.page().getByText("Waiting for network…")).isVisible();
    maya.visitor().comesBack();
    maya.seesSent("One").seesSent("Two").seesSent("Three");
    assertEquals(List.of("Three", "Two", "One"), alice.peeksAt(id).contents());
    assertEquals(List.of("One", "Two", "Three"), words(maya));
  }

  private static List<String> words(Member member) {
    return member.messages().locator(".bubble__words").allTextContents();
  }

  @Test
  void a_draft_stays_with_its_conversation_through_others_and_reloads_until_it_is_sent() {
    String first = alice.sends("To be answered").to(maya.person()).conversation();
    bob.sends("Something else").to(maya.person());
    maya.opens(first).types("Half a thou");
    row("bob").click();
    maya.sees("Something else");
    assertThat(maya.composer()).hasValue("");
    assertThat(row("alice")).containsText("Draft: Half a thou");
    row("alice").click();
    assertThat(maya.composer()).hasValue("Half a thou");
    maya.reloads();
    assertThat(maya.composer()).hasValue("Half a thou");
    maya.types("ght").presses("Enter").sees("Half a thought");
    assertThat(row("alice")).not().containsText("Draft");
    maya.reloads();
    assertThat(maya.composer()).hasValue("");
  }

  private com.microsoft.playwright.Locator row(String name) {
    return maya.page()
        .getByRole(AriaRole.LINK)
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
        .first();
  }

  @Test
  void one_sees_the_other_typing_until_what_was_typed_arrives() {
    maya.opens(theirs());
    jonas.opens(theirs()).types("H");
    var typing = maya.the(AriaRole.MAIN, "Chat with Jonas").getByText("typing…");
    assertThat(typing).isVisible();
    jonas.types("ere it is").presses("Enter");
    maya.sees("Here it is");
    assertThat(typing).hasCount(0);
  }

  @Test
  void a_session_that_ended_asks_to_sign_in_again_over_the_draft_and_the_place() {
    Member lena = Member.joins(visitor(), campus, "Lena");
    String id = lena.person().opensConversationWith(alice).id();
    lena.opens(id).types("Not lost");
    lena.visitor().expectsTrouble();
    lena.page().evaluate(END_SESSION);
    var dialog = lena.the(AriaRole.DIALOG, "Sign in again");
    assertThat(dialog).isVisible();
    dialog
        .getByLabel(
            "Password", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
        .fill(Member.PASSWORD);
    dialog.getByRole(AriaRole.BUTTON, Member.named("Sign in")).click();
    assertThat(dialog).hasCount(0);
    assertThat(lena.composer()).hasValue("Not lost");
    assertTrue(lena.page().url().endsWith(id));
    lena.presses("Enter");
    lena.composer().press("Enter");
    lena.seesSent("Not lost");
  }

  /** The server ends it, and the page finds out with its next request. */
  public static final String END_SESSION =
      """
      async () => {
        const kept = await new Promise((done) => {
          indexedDB.open('dm').onsuccess = ({target}) => {
            const work = target.result.transaction('meta').objectStore('meta').get('session');
            work.onsuccess = () => { target.result.close(); done(work.result.value); };
          };
        });
        await fetch('/v1/auth/logout', {method: 'POST', body: '{}',
          headers: {Authorization: 'Bearer ' + kept.accessToken, 'Content-Type': 'application/json'}});
      }
      """;
}
