package com.mockhu.dm.web.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.web.browser.BrowserTest;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Visitor;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several tabs of one browser: one truth, one connection, one session. */
class TabsTest extends BrowserTest {
  @Test
  void two_tabs_show_the_same_and_one_of_them_holds_the_connection() {
    String id = alice.opensConversationWith(bob).id();
    Visitor browser = visitor();
    AtomicInteger sockets = new AtomicInteger();
    browser.context().onPage(page -> page.onWebSocket(socket -> sockets.incrementAndGet()));
    ClientTab first = client(browser, alice).isOnline().opens(id);
    ClientTab second = client(browser, alice).isOnline().opens(id);
    assertTrue(first.value("client.leads").asBoolean());
    assertTrue(!second.value("client.leads").asBoolean());

    second.runs("c.draft = 'In both'; c.send({content: 'From the second tab'})");
    first.until("c.messages[0]?.status === 'sent'");
    second.until("c.messages[0]?.status === 'sent'");
    bob.sends("For both").to(alice);
    first.until("c.messages.length === 2 && client.inbox.totalUnread === 1");
    second.until("c.messages.length === 2 && client.inbox.totalUnread === 1");
    second.runs("c.read(c.messages.at(-1).seq)");
    first.until("client.inbox.totalUnread === 0");
    eventually("the server knows", () -> alice.inbox().totalUnread() == 0);
    assertEquals(1, sockets.get());

    first.closes();
    second.until("client.leads").isOnline();
    bob.sends("After the first has gone").to(alice);
    second.until("c.messages.length === 3");
  }

  @Test
  void signing_out_in_one_tab_signs_out_all_and_leaves_nothing_behind() {
    Visitor browser = visitor();
    ClientTab first = signedUp(browser);
    ClientTab second = browser.opensClient("{}").isOnline();
    bob.sends("Do you see this?").to(person(first));
    second.until("client.inbox.items.length === 1");
    first.runs(
        "client.conversation(client.inbox.items[0].id).draft = 'secret'; await client.signOut()");
    second.until("client.session.state === 'out'");
    assertEquals(0, second.value("client.inbox.items.length").asInt());
    ClientTab third = browser.opensClient("{}");
    assertEquals("out", third.value("client.session.state").asText());
    assertEquals(0, third.value("client.inbox.items.length").asInt());
    String left =
        "new Promise((done) => { const open = indexedDB.open('dm'); open.onsuccess = () => {"
            + "const all = ['conversations', 'messages', 'outbox', 'drafts', 'meta'];"
            + "const work = open.result.transaction(all); const counts = [];"
            + "all.forEach((store) => { work.objectStore(store).count().onsuccess ="
            + "(event) => counts.push(event.target.result); });"
            + "work.oncomplete = () => done(counts.reduce((a, b) => a + b)); }; })";
    assertEquals(0, third.value(left).asInt());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_tabs_whose_token_has_run_out_use_the_refresh_token_once(boolean hasLocks) {
    Visitor browser = visitor();
    if (!hasLocks) {
      browser.context().addInitScript(BareBrowserTest.NO_LOCKS);
    }
    ClientTab first = signedUp(browser);
    ClientTab second = browser.opensClient("{}").isOnline();
    AtomicInteger refreshes = new AtomicInteger();
    browser
        .context()
        .onRequest(
            request -> {
              if (request.url().endsWith("/v1/auth/refresh")) {
                refreshes.incrementAndGet();
              }
            });
    first.runs(
        "await new Promise((done) => { const open = indexedDB.open('dm'); open.onsuccess = () => {"
            + "const work = open.result.transaction('meta', 'readwrite');"
            + "const store = work.objectStore('meta');"
            + "store.get('session').onsuccess = (event) => { const kept = event.target.result;"
            + "kept.value.expiresAt = 0; store.put(kept); };"
            + "work.oncomplete = () => { open.result.close(); done(); }; }; })");
    String ask = "globalThis.answer = Promise.all([1, 2, 3].map(() => client.people.blocked()))";
    first.runs(ask + ".then(() => 'good', () => 'bad'); void 0");
    second.runs(ask + ".then(() => 'good', () => 'bad'); void 0");
    assertEquals("good", first.value("answer").asText());
    assertEquals("good", second.value("answer").asText());
    assertEquals(1, refreshes.get());
    assertEquals("in", first.value("client.session.state").asText());
  }

  @Test
  void who_cannot_be_refreshed_signs_in_again_and_finds_everything_in_place() {
    Visitor browser = visitor();
    browser.expectsTrouble();
    ClientTab tab = signedUp(browser);
    bob.sends("Stay!").to(person(tab));
    tab.until("client.inbox.items.length === 1");
    String username = tab.value("client.session.user.username").asText();
    tab.runs(
        "globalThis.c = client.conversation(client.inbox.items[0].id); await c.loadLatest();"
            + "c.draft = 'not yet';"
            + "const kept = await new Promise((done) => { const open = indexedDB.open('dm');"
            + "open.onsuccess = () => { open.result.transaction('meta').objectStore('meta')"
            + ".get('session').onsuccess = (event) => { open.result.close();"
            + "done(event.target.result.value); }; }; });"
            + "await fetch('/v1/auth/logout', {method: 'POST',"
            + "headers: {Authorization: 'Bearer ' + kept.accessToken}})");
    tab.until("client.session.state === 'expired'");
    assertEquals(1, tab.value("c.messages.length").asInt());
    tab.runs("await client.signIn({username: '" + username + "', password: 'correct horse'})");
    tab.isOnline();
    assertEquals("not yet", tab.value("c.draft").asText());
    bob.sends("Welcome back").to(person(tab));
    tab.until("c.messages.length === 2");
  }

  private ClientTab signedUp(Visitor browser) {
    String username = "u" + UUID.randomUUID().toString().substring(0, 8);
    ClientTab tab = browser.opensClient("{}");
    tab.runs(
        "await client.signUp({username: '"
            + username
            + "', fullName: 'New', password: 'correct horse'})");
    return tab.isOnline();
  }

  private com.mockhu.dm.support.person.Person person(ClientTab tab) {
    return campus.knows(
        UUID.fromString(tab.value("client.session.user.id").asText()),
        tab.value("client.session.user.username").asText());
  }
}
