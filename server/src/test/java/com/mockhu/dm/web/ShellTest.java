package com.mockhu.dm.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.mockhu.dm.support.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The installed client: opens without a network, and keeps nobody's messages in its cache. */
class ShellTest extends BrowserTest {
  @Test
  void without_a_network_it_opens_with_the_last_state_and_its_cache_holds_files_alone() {
    Visitor browser = visitorWithWorker();
    ClientTab tab = browser.opensClient("{}");
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    tab.runs(
        "await client.signUp({username: '%s', fullName: 'Uma', password: 'correct horse'})"
            .formatted(name));
    UUID id = UUID.fromString(tab.value("client.session.user.id").asText());
    bob.sends("Before the tunnel").to(campus.knows(id, name));
    tab.closes();

    Page page = browser.opens("/");
    page.getByText("Before the tunnel").first().waitFor();
    page.evaluate("async () => { await navigator.serviceWorker.ready; }");
    browser.goesOffline();
    page.navigate("http://127.0.0.1:" + campus.port() + "/settings");
    page.navigate("http://127.0.0.1:" + campus.port() + "/");
    page.getByText("Before the tunnel").first().waitFor();

    String kept =
        "async () => { const all = [];"
            + "for (const name of await caches.keys())"
            + "for (const request of await (await caches.open(name)).keys())"
            + "all.push(new URL(request.url).pathname);"
            + "return JSON.stringify(all); }";
    List<JsonNode> paths = Json.list(Json.tree((String) page.evaluate(kept)));
    assertEquals(
        List.of(),
        paths.stream()
            .map(JsonNode::asText)
            .filter(path -> !path.equals("/") && !path.startsWith("/assets/"))
            .toList());
    browser.comesBack();
  }
}
