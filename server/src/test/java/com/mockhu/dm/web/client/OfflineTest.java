package com.mockhu.dm.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Visitor;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writing without a network, and what becomes of it. */
class OfflineTest extends BrowserTest {
  @Test
  void twenty_written_offline_and_two_hundred_meanwhile_end_equal_once_each_in_one_order() {
    String id = alice.opensConversationWith(bob).id();
    Visitor alicesBrowser = visitor();
    Visitor bobsBrowser = visitor();
    ClientTab alices = client(alicesBrowser, alice).isOnline().opens(id);
    ClientTab bobs = client(bobsBrowser, bob).isOnline().opens(id);

    bobsBrowser.goesOffline();
    bobs.until("client.connection.state === 'offline'");
    writes(alices, "from alice", 1, 100);
    writes(bobs, "from bob", 1, 20);
    alices.until("c.messages.every((each) => each.status === 'sent')");
    alicesBrowser.goesOffline();
    writes(alices, "from alice", 101, 200);
    bobs.until("c.messages.filter((each) => each.status === 'waiting').length === 20");
    bobsBrowser.comesBack();
    alicesBrowser.comesBack();

    String everything =
        "c.messages.length === 220 && c.messages.every((each) => each.seq !== null)"
            + " && client.connection.state === 'online'";
    alices.until(everything);
    bobs.until(everything);
    List<String> truth = alice.wholeHistory(id).stream().map(Message::content).toList();
    assertEquals(220, new HashSet<>(truth).size());
    assertEquals(truth, alices.contents());
    assertEquals(truth, bobs.contents());
    assertEquals(numbered("from bob", 20), only(truth, "from bob"));
    assertEquals(numbered("from alice", 200), only(truth, "from alice"));
  }

  @Test
  void what_was_written_survives_a_reload_and_is_sent_once() {
    String id = alice.opensConversationWith(bob).id();
    Visitor browser = visitor();
    ClientTab alices = client(browser, alice).isOnline().opens(id);
    browser.expectsTrouble();
    // The page itself must come through, the messages must not.
    browser.context().route("**/v1/conversations/*/messages", route -> route.abort());
    alices.runs("c.send({content: 'Still here'}); c.draft = 'half a sent'");
    alices.until("c.messages[0].error?.code === 'network'");
    alices.reloads();
    alices.opens(id);
    assertEquals(List.of("Still here"), alices.contents());
    assertEquals("half a sent", alices.value("c.draft").asText());
    browser.context().unroute("**/v1/conversations/*/messages");
    alices.runs("client.reconnect()");
    alices.until("c.messages[0].status === 'sent'");
    assertEquals(
        List.of("Still here"),
        alice.peeksAt(id).messages().stream().map(Message::content).toList());
  }

  @Test
  void an_answer_that_was_lost_makes_no_second_message() {
    String id = alice.opensConversationWith(bob).id();
    Visitor browser = visitor();
    ClientTab alices = client(browser, alice).isOnline().opens(id);
    browser.expectsTrouble();
    var lost = new java.util.concurrent.atomic.AtomicInteger();
    browser
        .context()
        .route(
            "**/v1/conversations/*/messages",
            route -> {
              if (route.request().method().equals("POST") && lost.incrementAndGet() <= 2) {
                route.fetch();
                route.abort();
              } else {
                route.resume();
              }
            });
    alices.runs("c.send({content: 'Once'}); c.send({content: 'And this'})");
    alices.until("c.messages.length === 2 && c.messages.every((each) => each.status === 'sent')");
    List<String> stored = alice.wholeHistory(id).stream().map(Message::content).toList();
    assertEquals(List.of("Once", "And this"), stored);
    assertEquals(stored, alices.contents());
  }

  @Test
  void what_the_server_refuses_waits_for_its_writer() {
    String id = alice.opensConversationWith(bob).id();
    Visitor browser = visitor();
    ClientTab alices = client(browser, alice).isOnline().opens(id);
    browser.expectsTrouble();
    alices.runs("c.send({content: 'x'.repeat(10001)}); c.send({content: 'short'})");
    alices.until("c.messages.some((each) => each.status === 'failed')");
    alices.until("c.messages.some((each) => each.status === 'sent')");
    assertEquals("invalid_request", alices.value("c.messages.at(-1).error.code").asText());
    alices.runs("c.discard(c.messages.at(-1).key)");
    alices.until("c.messages.length === 1");
    bob.blocks(alice);
    alices.runs("c.send({content: 'Hello?'})");
    alices.until("c.messages.length === 0 || c.messages.at(-1).error?.code === 'blocked'");
    alices.runs("await c.loadLatest()");
    assertEquals("blocked_by_recipient", alices.value("c.reason").asText());
  }

  private static void writes(ClientTab tab, String what, int from, int to) {
    tab.runs(
        "for (let i = %d; i <= %d; i += 1) c.send({content: '%s ' + i})".formatted(from, to, what));
  }

  private static List<String> only(List<String> all, String what) {
    return all.stream().filter(each -> each.startsWith(what)).toList();
  }

  private static List<String> numbered(String what, int count) {
    return java.util.stream.IntStream.rangeClosed(1, count).mapToObj(i -> what + " " + i).toList();
  }
}
