package com.mockhu.dm.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.Json;
import com.mockhu.dm.support.Message;
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
    // Paging up is not reading: all but what was seen stays unread, also for the server.
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
  void people_are_found_with_the_reason_why_not() {
    bob.calls("PATCH", "/v1/users/me/settings", java.util.Map.of("who_can_message", "none")).isOk();
    ClientTab alices = client(alice).isOnline();
    JsonNode found = alices.value("client.people.search('" + bob.username() + "')").path(0);
    assertEquals(bob.username(), found.path("username").asText());
    assertEquals(false, found.path("canMessage").asBoolean());
    assertEquals("User does not accept messages", found.path("reason").asText());
  }
}
