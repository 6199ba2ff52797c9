package com.mockhu.dm.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Route;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The client library between two people, as a view sees it. */
class ClientTest extends BrowserTest {
  @Test
  void what_one_writes_the_other_reads_and_the_ticks_follow() {
    String id = alice.opensConversationWith(bob).id();
    ClientTab alices = client(alice).isOnline().opens(id);
    ClientTab bobs = client(bob).isOnline().opens(id);
    alices.runs("c.send({content: 'Are you up?'})");
    alices.until("c.messages[0]?.status === 'delivered'");
    bobs.until("c.messages[0]?.content === 'Are you up?'");
    assertEquals(1, bobs.value("client.inbox.totalUnread").asInt());
    assertEquals(1, bobs.value("c.firstUnreadSeq").asInt());
    bobs.runs("c.read(c.messages.at(-1).seq)");
    bobs.until("client.inbox.totalUnread === 0");
    alices.until("c.messages[0].status === 'read'");
  }

  @Test
  void a_message_of_a_stranger_comes_with_who_it_is_from() {
    ClientTab bobs = client(bob).isOnline();
    alice.sends("Hello!").to(bob);
    bobs.until("client.inbox.items[0]?.other.username === '" + alice.username() + "'");
    JsonNode item = bobs.value("client.inbox.items[0]");
    assertEquals("Hello!", item.path("lastMessage").path("content").asText());
    assertEquals(1, item.path("unread").asInt());
  }

  @Test
  void history_loads_backwards_to_its_beginning_and_counts_what_it_has_not_loaded() {
    List<Message> all =
        IntStream.rangeClosed(1, 130).mapToObj(i -> alice.sends("Message " + i).to(bob)).toList();
    ClientTab bobs = client(bob).isOnline();
    assertEquals(130, bobs.value("client.inbox.totalUnread").asInt());
    bobs.opens(all.getFirst().conversation());
    bobs.runs("while (c.hasOlder) await c.loadOlder()");
    List<JsonNode> seen = Json.list(bobs.value("c.messages.map((each) => each.seq)"));
    assertEquals(
        IntStream.rangeClosed(1, 130).boxed().toList(),
        seen.stream().map(JsonNode::asInt).toList());
    assertEquals(130, bobs.value("client.inbox.totalUnread").asInt());
    // Paging up marks nothing read: unseen messages stay unread, also on the server.
    bobs.runs("c.read(10)");
    bobs.until("client.inbox.totalUnread === 120");
    eventually("ten are read", () -> bob.inbox().totalUnread() == 120);
  }

  @Test
  void deleting_and_blocking_show_on_both_sides() {
    String id = alice.opensConversationWith(bob).id();
    alice.sends("Oops").to(bob);
    alice.sends("Fine").to(bob);
    ClientTab alices = client(alice).isOnline().opens(id);
    ClientTab bobs = client(bob).isOnline().opens(id);
    alices.runs("c.remove(c.messages[0].key, true).undo()");
    alices.runs(
        "await (() => { const r = c.remove(c.messages[0].key, true); r.now(); return r.done })()");
    bobs.until("c.messages[0].deleted && client.inbox.totalUnread === 1");
    assertEquals(List.of("null", "Fine"), alices.contents());
    alices.runs("await client.people.block('" + bob.id() + "')");
    alices.until("c.blocked && !c.canWrite && client.people.isBlocked('" + bob.id() + "')");
    bobs.until("client.inbox.items.length === 0 && client.inbox.totalUnread === 0");
    alices.runs("await client.people.unblock('" + bob.id() + "')");
    bobs.until("client.inbox.items[0]?.unread === 1");
    bobs.until("c.messages.length === 2");
  }

  @Test
  void what_was_sent_is_no_draft_when_the_page_is_left_before_the_database_heard_of_it() {
    String id = alice.opensConversationWith(bob).id();
    ClientTab alices = client(alice).isOnline().opens(id);
    alices.runs("c.draft = 'Half a thou'");
    alices.until("localStorage.getItem('dm:journal') === null");
    alices.runs(KEEP_THE_DATABASE_BUSY + "c.send({content: 'Half a thought'})");
    alices.reloads();
    alices.opens(id).until("c.messages[0]?.status === 'sent'");
    assertEquals("", alices.value("c.draft").asText());
    assertEquals(List.of("Half a thought"), bob.peeksAt(id).contents());
  }

  /** As long as the page is there. */
  private static final String KEEP_THE_DATABASE_BUSY =
      """
      await new Promise((done) => {
        indexedDB.open('dm').onsuccess = ({target}) => {
          const drafts = target.result.transaction(['drafts'], 'readwrite').objectStore('drafts');
          const goOn = () => { drafts.get('none').onsuccess = goOn; done(); };
          goOn();
        };
      });
      """;

  @Test
  void a_setting_shows_at_once_and_stays_so_while_the_one_before_is_on_its_way() {
    Visitor browser = visitor();
    List<Route> held = new ArrayList<>();
    browser.context().route("**/v1/users/me/settings", route -> hold(route, held));
    ClientTab alices = client(browser, alice).isOnline().until("client.settings.values");
    alices.runs(
        "globalThis.shown = []; const note = () => shown.push(client.settings.values);"
            + "client.addEventListener('change', note);"
            + "client.settings.update({read_receipts: false});"
            + "client.settings.update({show_online: false}); note()");
    alices.page().waitForCondition(() -> held.size() == 1);
    held.removeFirst().resume();
    alices.page().waitForCondition(() -> held.size() == 1);
    held.removeFirst().resume();
    eventually("both are stored", () -> isOff("read_receipts") && isOff("show_online"));
    String wrong = "shown.filter((each) => each.read_receipts || each.show_online).length";
    assertEquals(0, alices.value(wrong).asInt());
  }

  private static void hold(Route route, List<Route> held) {
    if (route.request().method().equals("PATCH")) {
      held.add(route);
    } else {
      route.resume();
    }
  }

  private boolean isOff(String setting) {
    return !alice.gets("/v1/users/me/settings").isOk().path(setting).asBoolean();
  }

  @Test
  void people_are_found_with_the_reason_why_not() {
    bob.calls("PATCH", "/v1/users/me/settings", java.util.Map.of("who_can_message", "none")).isOk();
    ClientTab alices = client(alice).isOnline();
    JsonNode found = alices.value("client.people.search('" + bob.username() + "')").path(0);
    assertEquals(bob.username(), found.path("username").asText());
    assertEquals(false, found.path("canMessage").asBoolean());
    assertEquals("not_accepting_messages", found.path("reason").asText());
  }
}
