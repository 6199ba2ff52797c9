package com.mockhu.dm.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.mockhu.dm.support.http.Json;
import java.util.List;

/** A tab that runs the client library without a view, as {@code client}. */
public final class ClientTab {
  private static final String START =
      """
      async (options) => {
        const { DmClient } = await import('/client/v1/dm-client.js');
        const made = eval('(' + options + ')');
        globalThis.client = new DmClient(made);
        globalThis.events = [];
        client.addEventListener('change', (event) => events.push(event.detail));
        await client.open();
      }
      """;

  private final Page page;
  private final String options;

  ClientTab(Page page, String options) {
    this.page = page;
    this.options = options;
    start();
  }

  private void start() {
    page.evaluate(START, options);
  }

  public Page page() {
    return page;
  }

  /** The value of an expression, which may be a promise. */
  public JsonNode value(String expression) {
    String text = "async () => JSON.stringify((await (" + expression + ")) ?? null)";
    return Json.tree((String) page.evaluate(text));
  }

  public void runs(String statements) {
    page.evaluate("async () => {" + statements + "}");
  }

  /** Looks at one conversation from here on, as {@code c}. */
  public ClientTab opens(String conversation) {
    runs("globalThis.c = client.conversation('" + conversation + "'); await c.loadLatest()");
    return this;
  }

  /** The displayed state of the open conversation. */
  public List<String> contents() {
    return Json.list(value("c.messages.map((each) => each.content)")).stream()
        .map(JsonNode::asText)
        .toList();
  }

  /** Waits until the expression is true. */
  public ClientTab until(String expression) {
    page.waitForFunction("() => " + expression);
    return this;
  }

  public ClientTab isOnline() {
    return until("client.connection.state === 'online'");
  }

  public void reloads() {
    page.reload();
    start();
  }

  public void closes() {
    page.close();
  }
}
