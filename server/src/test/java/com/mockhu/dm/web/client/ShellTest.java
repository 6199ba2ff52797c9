package com.mockhu.dm.web.client;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.mockhu.dm.support.database.TestCluster;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.raw.Gate;
import com.mockhu.dm.web.browser.ClientTab;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.MessengerTest;
import com.mockhu.dm.web.browser.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The installed client: opens without a network, keeps nobody's messages in its cache, and changes
 * to a new version when it is asked to.
 */
class ShellTest extends MessengerTest {
  private final String database = TestCluster.createDatabase();

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_DATABASE_URL", database);
  }

  /** Signs up by the library; the tab is closed again. */
  private Person joins(Visitor browser, String name) {
    ClientTab tab = browser.opensClient("{}");
    String username = "u" + UUID.randomUUID().toString().substring(0, 8);
    tab.runs(
        "await client.signUp({username: '%s', fullName: '%s', password: 'correct horse'})"
            .formatted(username, name));
    UUID id = UUID.fromString(tab.value("client.session.user.id").asText());
    tab.closes();
    return campus.knows(id, username);
  }

  private static void sendsPhoto(Person sender, Person recipient) {
    JsonNode photo = sender.uploads(Form.images().file("sky.png", Pixels.png(40, 30))).path(0);
    sender.sends("A photo").withImages(List.of(photo)).to(recipient);
  }

  /** The paths of all that any worker of this browser keeps. */
  private static List<String> kept(Page page) {
    String paths =
        "async () => { const all = [];"
            + "for (const name of await caches.keys())"
            + "for (const request of await (await caches.open(name)).keys())"
            + "all.push(new URL(request.url).pathname);"
            + "return JSON.stringify(all); }";
    return Json.list(Json.tree((String) page.evaluate(paths))).stream()
        .map(JsonNode::asText)
        .toList();
  }

  private void reopens(Page page, String path) {
    page.navigate("http://127.0.0.1:" + campus.port() + path);
  }

  @Test
  void without_a_network_it_opens_with_the_last_state_and_its_cache_holds_files_alone() {
    Visitor browser = visitorWithWorker();
    Person uma = joins(browser, "Uma");
    String id = bob.sends("Before the tunnel").to(uma).conversation();
    sendsPhoto(bob, uma);

    Page page = browser.opens("/c/" + id);
    Messenger umas = new Messenger(page);
    umas.log().getByText("Before the tunnel").waitFor();
    umas.until("document.querySelector('[role=log] img')?.naturalWidth > 0");
    page.evaluate("async () => { await navigator.serviceWorker.ready; }");
    browser.goesOffline();
    reopens(page, "/settings");
    umas.heading("Appearance").waitFor();
    reopens(page, "/");
    umas.row("bob. ").waitFor();
    reopens(page, "/c/" + id);
    umas.log().getByText("Before the tunnel").waitFor();
    List<String> kept = kept(page);
    assertFalse(kept.isEmpty());
    assertEquals(
        List.of(),
        kept.stream().filter(each -> !each.equals("/") && !each.startsWith("/assets/")).toList());
    browser.comesBack();
  }

  @Test
  void who_signs_in_after_somebody_else_finds_nothing_of_theirs_without_a_network_either() {
    Visitor browser = visitorWithWorker();
    Person uma = joins(browser, "Uma");
    bob.sends("For Uma alone").to(uma);
    sendsPhoto(bob, uma);
    Page page = browser.opens("/");
    Messenger screen = new Messenger(page);
    screen.row("bob. ").click();
    screen.until("document.querySelector('[role=log] img')?.naturalWidth > 0");
    page.evaluate("async () => { await navigator.serviceWorker.ready; }");
    reopens(page, "/settings");
    screen.button("Sign out").click();
    screen.dialog("Sign out?").getByText("Sign out").last().click();
    screen.heading("Welcome back").waitFor();
    page.close();
    joins(browser, "Vera");
    Messenger veras = new Messenger(browser.opens("/"));
    veras.heading("No chats yet").waitFor();
    browser.goesOffline();
    reopens(veras.page(), "/");
    veras.heading("No chats yet").waitFor();
    assertThat(veras.page().locator("body")).not().containsText("Uma");
    browser.comesBack();
  }

  @Test
  void a_new_version_is_offered_and_runs_in_all_tabs_once_it_is_taken() throws IOException {
    Map<String, String> other =
        Map.of("DM_DATABASE_URL", database, "DM_WEB_FRAME_ANCESTORS", "https://host.example");
    try (Gate gate = new Gate(campus.port());
        Campus next = Campus.start(other);
        Visitor browser =
            Visitor.enters(
                Campus.at(gate.port(), () -> {}),
                new NewContextOptions().setServiceWorkers(ServiceWorkerPolicy.ALLOW))) {
      String id = bob.sends("Before the change").to(joins(browser, "Uma")).conversation();
      Messenger one = new Messenger(browser.opens("/"));
      one.page().clock().install();
      one.page().reload();
      one.row("bob. ").waitFor();
      one.until("navigator.serviceWorker.controller !== null");
      Messenger two = new Messenger(browser.opens("/c/" + id));
      two.log().getByText("Before the change").waitFor();
      List<String> before = versions(one);
      List.of(one, two).forEach(each -> each.page().evaluate("globalThis.isOld = true"));

      browser.expectsTrouble();
      gate.shut();
      gate.open(next.port());
      one.page().clock().fastForward(3_600_000);
      one.status("A new version is ready.").waitFor();
      two.status("A new version is ready.").waitFor();
      assertTrue(versions(one).containsAll(before));
      two.field("Message to bob").fill("Not sent yet");
      one.button("Reload").click();
      one.until("!globalThis.isOld");
      two.until("!globalThis.isOld");
      one.row("bob. ").waitFor();
      assertThat(two.field("Message to bob")).hasValue("Not sent yet");
      List<String> after = versions(one);
      assertEquals(1, after.size());
      assertNotEquals(before, after);
      // The settings differ, and they are no part of any file.
      assertFalse(Metrics.of(next).labels().contains("/assets/{name}"));
      assertTrue(Metrics.of(next).labels().contains("/worker.js"));
    }
  }

  /** The versions that the browser keeps. */
  private static List<String> versions(Messenger screen) {
    String names = "async () => JSON.stringify(await caches.keys())";
    return Json.list(Json.tree((String) screen.page().evaluate(names))).stream()
        .map(JsonNode::asText)
        .toList();
  }
}
