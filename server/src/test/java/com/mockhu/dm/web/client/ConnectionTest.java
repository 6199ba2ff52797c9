package com.mockhu.dm.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Message;
import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Losing the connection, and coming back to it. */
class ConnectionTest extends BrowserTest {
  @Test
  void what_came_while_the_server_was_away_is_there_when_it_is_back() {
    String database = TestCluster.createDatabase();
    Campus before = Campus.on(database, Map.of());
    var maya = before.welcomes("maya");
    var jonas = before.welcomes("jonas");
    Message first = maya.sends("Before").to(jonas);
    try (Visitor browser = Visitor.enters(before)) {
      browser.expectsTrouble();
      ClientTab jonass = client(browser, jonas).isOnline().opens(first.conversation());
      before.close();
      jonass.until("client.connection.state === 'reconnecting'");
      jonass.runs("c.send({content: 'Where are you?'})");
      try (Campus after = Campus.on(database, Map.of("DM_PORT", Integer.toString(before.port())))) {
        maya.at(after).sends("After").to(jonas.at(after));
        jonass.runs("client.reconnect()");
        jonass.isOnline().until("c.messages.length === 3 && c.messages.every((e) => e.seq > 0)");
        assertEquals(
            maya.at(after).wholeHistory(first.conversation()).stream()
                .map(Message::content)
                .toList(),
            jonass.contents());
      }
    }
  }

  @Test
  void where_no_socket_comes_through_long_polling_does() {
    Message first = alice.sends("Over the long way").to(bob);
    Visitor browser = visitor();
    browser.expectsTrouble();
    browser
        .context()
        .addInitScript(
            "const Real = WebSocket; globalThis.WebSocket = function (address) {"
                + "return new Real(address.replace('/v1/ws/messages', '/v1/nothing')); };"
                + "WebSocket.OPEN = 1;");
    ClientTab bobs = client(browser, bob);
    bobs.until("client.connection.transport === 'poll'").isOnline().opens(first.conversation());
    bobs.runs("c.send({content: 'I hear you'})");
    alice.sends("Good").to(bob);
    bobs.until("c.messages.length === 3 && c.messages.every((each) => each.seq !== null)");
    bobs.runs("c.read(c.messages.at(-1).seq)");
    bobs.until("client.inbox.totalUnread === 0");
    assertEquals(3, alice.peeksAt(first.conversation()).messages().size());
  }

  @Test
  void a_cursor_that_is_too_old_leads_to_a_fresh_start_without_what_is_gone() {
    Message kept = alice.sends("Kept").to(bob);
    Message gone = carol.sends("Gone").to(bob);
    Visitor browser = visitor();
    ClientTab bobs = client(browser, bob).isOnline();
    bobs.until("client.inbox.items.length === 2");
    bobs.runs("client.close()");
    bob.deletesConversation(gone.conversation());
    alice.deletesForEveryone(kept);
    bobs.runs(
        "await new Promise((done) => { const open = indexedDB.open('dm'); open.onsuccess = () => {"
            + "const work = open.result.transaction('meta', 'readwrite');"
            + "work.objectStore('meta').put({name: 'cursor', value: '0000000000000000.1'});"
            + "work.oncomplete = () => { open.result.close(); done(); }; }; })");
    bobs.reloads();
    bobs.isOnline().until("client.inbox.items.length === 1");
    bobs.opens(kept.conversation());
    assertEquals(List.of("null"), bobs.contents());
    assertEquals(0, bobs.value("client.inbox.totalUnread").asInt());
  }

  @Test
  void who_is_there_and_who_is_typing_shows() {
    String id = alice.opensConversationWith(bob).id();
    alice.sends("Hi").to(bob);
    ClientTab alices = client(alice).isOnline().opens(id);
    ClientTab bobs = client(bob).isOnline().opens(id);
    alices.until("c.presence.online");
    bobs.runs("c.typingNow(); c.typingNow()");
    alices.until("c.typing && client.inbox.items[0].typing");
    bobs.runs("c.send({content: 'That was it'})");
    alices.until("!c.typing");
  }
}
