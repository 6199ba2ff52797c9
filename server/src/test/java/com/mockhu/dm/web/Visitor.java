package com.mockhu.dm.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebError;
import com.mockhu.dm.support.Campus;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's browser: storage and network of its own, as many tabs as they open. What goes wrong in
 * its scripts fails the test.
 */
final class Visitor implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final BrowserContext context;
  private final String origin;
  private final List<String> errors = new ArrayList<>();
  private boolean isInTrouble;

  Visitor(BrowserContext context, Campus campus) {
    this.context = context;
    this.origin = "http://127.0.0.1:" + campus.port();
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onConsoleMessage(this::listen);
    context.onWebError(this::listen);
  }

  private void listen(ConsoleMessage message) {
    // Browsers ask for it on their own account wherever a page names no icon.
    boolean isIcon = message.location().contains("/favicon.ico");
    if (message.type().equals("error") && !isIcon) {
      errors.add(message.text());
    }
  }

  private void listen(WebError error) {
    errors.add(error.error());
  }

  BrowserContext context() {
    return context;
  }

  /** A new tab at an address of the web client. */
  Page opens(String path) {
    Page page = context.newPage();
    page.navigate(origin + path);
    return page;
  }

  /** A new tab with the client library alone, as others would use it. */
  ClientTab opensClient(String options) {
    return new ClientTab(opens("/health"), options);
  }

  /** From here on requests of this browser fail, and the browser knows. */
  void goesOffline() {
    isInTrouble = true;
    context.setOffline(true);
  }

  void comesBack() {
    context.setOffline(false);
  }

  /** Failed requests are part of the test: browsers report each as an error. */
  void expectsTrouble() {
    isInTrouble = true;
  }

  @Override
  public void close() {
    context.close();
    checks();
  }

  /** Nothing went wrong since the last time but what was expected; from here on nothing is. */
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
