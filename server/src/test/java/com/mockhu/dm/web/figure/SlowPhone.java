package com.mockhu.dm.web.figure;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.Messenger;
import com.mockhu.dm.web.browser.Stillness;
import com.mockhu.dm.web.browser.Visitor;

/**
 * A page whose processor runs at a quarter of its speed, and the waits that it causes: LCP (until
 * the largest thing is painted) and INP (from a key or click to the next frame, the longest).
 */
final class SlowPhone implements AutoCloseable {
  private static final int SLOWDOWN = 4;

  private static final String OBSERVE =
      """
      globalThis.largest = 0;
      globalThis.longest = 0;
      globalThis.longestOf = '';
      new PerformanceObserver((list) => { largest = list.getEntries().at(-1).startTime; })
        .observe({type: 'largest-contentful-paint', buffered: true});
      new PerformanceObserver((list) => {
        for (const each of list.getEntries()) {
          if (!each.interactionId || each.duration <= longest) continue;
          longest = each.duration;
          longestOf = `${each.name} on ${each.target?.className || each.target?.id}`;
        }
      }).observe({type: 'event', durationThreshold: 16, buffered: true});
      """;

  private final Visitor visitor;
  private final Page page;
  private final Messenger screen;

  SlowPhone(Campus campus, Person person) {
    var options = new NewContextOptions().setViewportSize(1160, 720);
    visitor = Visitor.enters(campus, options);
    visitor.context().addInitScript(OBSERVE);
    Messenger.of(visitor, person, "/").page().close();
    page = visitor.context().newPage();
    screen = new Messenger(page);
    slowDown();
  }

  private void slowDown() {
    CDPSession session = visitor.context().newCDPSession(page);
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", SLOWDOWN);
    session.send("Emulation.setCPUThrottlingRate", rate);
  }

  /** Milliseconds until the largest thing of the list of chats was painted. */
  double opens(String address) {
    page.navigate(address);
    screen.rows().first().waitFor();
    Stillness.of(page);
    return number("largest");
  }

  /** The longest wait of a person who reads, writes and navigates, in milliseconds. */
  double usesEverything() {
    for (int i = 0; i < 4; i++) {
      screen.rows().nth(i % 2).click();
      screen.log().getByRole(com.microsoft.playwright.options.AriaRole.ARTICLE).last().waitFor();
    }
    page.locator("#composer-text").pressSequentially("Typed on a slow phone", asAPerson());
    screen.press("Enter");
    screen.button("Emoji").click();
    screen.dialog("Emoji").waitFor();
    screen.press("Escape");
    screen.button("Chat options").click();
    screen.menuItem("Block").waitFor();
    screen.press("Escape");
    screen.link("Settings").click();
    screen.heading("Appearance").waitFor();
    Stillness.of(page);
    System.out.println("longest: " + page.evaluate("longestOf"));
    return number("longest");
  }

  /** Faster input would measure the queue. */
  private static Locator.PressSequentiallyOptions asAPerson() {
    return new Locator.PressSequentiallyOptions().setDelay(150);
  }

  private double number(String name) {
    return ((Number) page.evaluate(name)).doubleValue();
  }

  @Override
  public void close() {
    visitor.close();
  }
}
