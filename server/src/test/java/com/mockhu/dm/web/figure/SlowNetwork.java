package com.mockhu.dm.web.figure;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.Stillness;
import com.mockhu.dm.web.browser.Visitor;
import java.util.function.Consumer;

/**
 * A page behind a slow network, by Chromium's own emulation: each response waits for the latency,
 * and all share the rate. Nothing is cached. Connecting takes no time, other than on a real
 * network.
 *
 * @param latency milliseconds between a request and its response
 * @param rate bytes a second
 */
record SlowNetwork(String name, int latency, int rate) {
  private static final int KILOBIT = 1_000 / 8;

  static final SlowNetwork MOBILE =
      new SlowNetwork("150 ms latency and 1.6 Mbit/s", 150, 1_600 * KILOBIT);
  static final SlowNetwork DISTANT =
      new SlowNetwork("150 ms latency and 9 Mbit/s", 150, 9_000 * KILOBIT);

  private static final String OBSERVE =
      """
      globalThis.largest = 0;
      new PerformanceObserver((list) => { largest = list.getEntries().at(-1).startTime; })
        .observe({type: 'largest-contentful-paint', buffered: true});
      """;

  private static final String PAINTS =
      """
      () => [performance.getEntriesByName('first-contentful-paint')[0].startTime, largest]
        .map(Math.round).join()
      """;

  /** The waits of one visit, in milliseconds. */
  record Paints(int first, int largest) {}

  /** The page of somebody who has never been here. */
  Paints signsIn(Campus campus, String locale) {
    try (Visitor visitor = Visitor.enters(campus, new NewContextOptions().setLocale(locale))) {
      return opens(visitor, campus, page -> page.locator("#sign-username").waitFor());
    }
  }

  /** The list of chats of a signed-in person who has the data, but not the files. */
  Paints opensInbox(Campus campus, Person person) {
    try (Visitor visitor = Visitor.enters(campus, new NewContextOptions())) {
      Messenger before = Messenger.of(visitor, person, "/");
      before.rows().first().waitFor();
      before.page().close();
      return opens(visitor, campus, page -> new Messenger(page).rows().first().waitFor());
    }
  }

  private Paints opens(Visitor visitor, Campus campus, Consumer<Page> wait) {
    BrowserContext context = visitor.context();
    context.addInitScript(OBSERVE);
    Page page = context.newPage();
    slowDown(context.newCDPSession(page));
    page.navigate("http://127.0.0.1:" + campus.port() + "/");
    wait.accept(page);
    Stillness.of(page);
    String[] found = ((String) page.evaluate(PAINTS)).split(",");
    return new Paints(Integer.parseInt(found[0]), Integer.parseInt(found[1]));
  }

  private void slowDown(CDPSession session) {
    session.send("Network.enable");
    JsonObject uncached = new JsonObject();
    uncached.addProperty("cacheDisabled", true);
    session.send("Network.setCacheDisabled", uncached);
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", latency);
    conditions.addProperty("downloadThroughput", rate);
    conditions.addProperty("uploadThroughput", rate);
    session.send("Network.emulateNetworkConditions", conditions);
  }
}
