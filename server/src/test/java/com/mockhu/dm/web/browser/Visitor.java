package com.mockhu.dm.web.browser;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.WebError;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's browser: storage and network of its own, as many tabs as they open. What goes wrong in
 * its scripts fails the test.
 */
public final class Visitor implements AutoCloseable {
  private final BrowserContext context;
  private final String origin;
  private final List<String> errors = new ArrayList<>();
  private boolean isInTrouble;

  Visitor(BrowserContext context, Campus campus) {
    this.context = context;
    this.origin = "http://127.0.0.1:" + campus.port();
    context.setDefaultTimeout(Patience.LONGEST.toMillis());
    context.onConsoleMessage(this::listen);
    context.onWebError(this::listen);
  }

  /** A person with an empty browser. */
  public static Visitor enters(Campus campus) {
    return enters(campus, new NewContextOptions());
  }

  /**
   * A person with an empty browser of a certain kind: its size, its theme. The page's worker, which
   * fetches all files a second time to keep them, does so only where the options ask for it.
   */
  public static Visitor enters(Campus campus, NewContextOptions options) {
    if (options.serviceWorkers == null) {
      options.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
    }
    return new Visitor(Browser.running().newContext(options), campus);
  }

  private void listen(ConsoleMessage message) {
    // Browsers request it when a page names no icon.
    boolean isIcon = message.location().contains("/favicon.ico");
    if (message.type().equals("error") && !isIcon) {
      errors.add(message.text());
    }
  }

  private void listen(WebError error) {
    errors.add(error.error());
  }

  public BrowserContext context() {
    return context;
  }

  /** A new tab at an address of the web client. */
  public Page opens(String path) {
    Page page = context.newPage();
    page.navigate(origin + path);
    return page;
  }

  /** A new tab with the client library alone, as others would use it. */
  public ClientTab opensClient(String options) {
    return new ClientTab(opens("/health"), options);
  }

  /** From here on requests of this browser fail, and the browser knows. */
  public void goesOffline() {
    isInTrouble = true;
    context.setOffline(true);
  }

  public void comesBack() {
    context.setOffline(false);
  }

  /** Failed requests are part of the test: browsers report each as an error. */
  public void expectsTrouble() {
    isInTrouble = true;
  }

  /** The content of the screen, for the report of a failure. */
  String view() {
    return context.pages().stream().map(Visitor::view).collect(joining("\n"));
  }

  private static String view(Page page) {
    try {
      return page.url() + "\n" + page.locator("body").ariaSnapshot().indent(2);
    } catch (PlaywrightException e) {
      return page.url() + " cannot be looked at: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    context.close();
    checks();
  }

  /** Only expected errors occurred since the last check; from here on none is expected. */
  void checks() {
    if (isInTrouble) {
      errors.removeIf(
          each ->
              each.matches(
                  "(?s)(Failed to load|WebSocket connection to|Refused to frame|Framing ).*"));
    }
    List<String> found = List.copyOf(errors);
    errors.clear();
    isInTrouble = false;
    assertEquals(List.of(), found);
  }
}
