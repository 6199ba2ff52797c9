package com.mockhu.dm.web.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Json;
import com.mockhu.dm.support.person.Conversation;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.web.browser.Browser;
import com.mockhu.dm.web.browser.ViewTest;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Measures what docs/web.md tells under Figures, and writes it there. Its name keeps it out of the
 * tests: what it finds depends on the machine. {@code bin/test WebFigures}
 */
class WebFigures extends ViewTest {
  private final FiguresTable table = new FiguresTable();

  @Test
  void measure() throws IOException {
    firstLoad();
    slowNetworks();
    slowPhone();
    enterToBubble();
    switchOfChats();
    scrolling();
    table.write();
  }

  /** Those figures alone, which are not written to the document. */
  @Test
  void slowNetworks() {
    Person dave = campus.welcomes("dave");
    campus.fills(dave.opensConversationWith(alice), dave, alice, 300);
    dave.sends("And you?").to(alice);
    for (SlowNetwork network : List.of(SlowNetwork.MOBILE, SlowNetwork.DISTANT)) {
      paints("Sign-in page, " + network.name(), () -> network.signsIn(campus, "en-GB"));
      paints("Sign-in page in German, " + network.name(), () -> network.signsIn(campus, "de-DE"));
      paints("List of chats, " + network.name(), () -> network.opensInbox(campus, alice));
    }
  }

  private void paints(String what, Supplier<SlowNetwork.Paints> visit) {
    List<SlowNetwork.Paints> all = Stream.generate(visit).limit(5).toList();
    print(what + ": first contentful paint", middle("ms", all, SlowNetwork.Paints::first));
    print(what + ": largest contentful paint", middle("ms", all, SlowNetwork.Paints::largest));
  }

  private static String middle(
      String unit, List<SlowNetwork.Paints> all, Function<SlowNetwork.Paints, Number> part) {
    Iterator<Number> found = all.stream().map(part).iterator();
    return middle(unit, found::next, all.size());
  }

  private void print(String what, Object value) {
    table.add(what, value);
  }

  private void slowPhone() {
    List<Person> people = List.of(bob, carol);
    people.forEach(each -> campus.fills(each.opensConversationWith(alice), each, alice, 300));
    people.forEach(each -> each.sends("And you?").to(alice));
    String address = "http://127.0.0.1:" + campus.port() + "/";
    print(
        "Largest contentful paint of the list of chats, nothing cached, a quarter of the speed",
        middle("ms", () -> onSlowPhone(phone -> phone.opens(address)), 5));
    print(
        "Longest of about 40 key presses and clicks until the next frame, a quarter of the speed",
        middle(
            "ms",
            () ->
                onSlowPhone(
                    phone -> {
                      phone.opens(address);
                      return phone.usesEverything();
                    }),
            3));
  }

  private double onSlowPhone(ToDoubleFunction<SlowPhone> measurement) {
    try (SlowPhone phone = new SlowPhone(campus, alice)) {
      return measurement.applyAsDouble(phone);
    }
  }

  private static String middle(String unit, Supplier<Number> measurement, int times) {
    double[] sorted =
        Stream.generate(measurement)
            .limit(times)
            .mapToDouble(Number::doubleValue)
            .sorted()
            .toArray();
    double worst = DoubleStream.of(sorted).max().orElseThrow();
    return "%.0f %s (worst of %d: %.0f)".formatted(sorted[times / 2], unit, times, worst);
  }

  private void firstLoad() {
    JsonNode load = visit();
    String bytes = "%d KB, with headers %d KB, in %s files";
    print(
        "First load, compressed",
        bytes.formatted(
            load.path("bytes").asInt() / 1000,
            load.path("transferred").asInt() / 1000,
            load.path("files")));
    print(
        "First contentful paint, nothing cached",
        middle("ms", () -> visit().path("paint").asDouble(), 7));
  }

  private JsonNode visit() {
    try (var context = Browser.running().newContext()) {
      var page = context.newPage();
      page.navigate("http://127.0.0.1:" + campus.port() + "/");
      page.getByLabel("Username").waitFor();
      String seen =
          """
          () => {
            const all = [...performance.getEntriesByType('navigation'),
              ...performance.getEntriesByType('resource')];
            const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
            const sum = (field) => all.reduce((sum, each) => sum + each[field], 0);
            const bytes = sum('encodedBodySize');
            const transferred = sum('transferSize');
            return JSON.stringify({bytes, transferred, files: all.length, paint});
          }
          """;
      page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length");
      return Json.tree((String) page.evaluate(seen));
    }
  }

  private void enterToBubble() {
    maya.opens(maya.person().opensConversationWith(alice).id());
    maya.page().evaluate(MARK_BUBBLES);
    print("Enter key to drawn message", middle("ms", this::enter, 30));
  }

  private Number enter() {
    maya.sends("Quick " + System.nanoTime());
    maya.page().waitForFunction("() => globalThis.took !== null");
    return (Number)
        maya.page().evaluate("() => { const found = took; took = null; return found; }");
  }

  /** From the key's event to the frame after the one that has the bubble. */
  private static final String MARK_BUBBLES =
      """
      () => {
        globalThis.took = null;
        let pressed = 0;
        addEventListener('keydown', ({key}) => { if (key === 'Enter') pressed = performance.now(); }, true);
        new MutationObserver(() => {
          if (!pressed || !document.querySelector('.message--own:last-of-type')) return;
          const start = pressed;
          pressed = 0;
          requestAnimationFrame(() => { took = performance.now() - start; });
        }).observe(document.querySelector('message-list'), {subtree: true, childList: true});
      }
      """;

  private void switchOfChats() {
    List<Conversation> chats =
        Stream.of(bob, carol).map(each -> each.opensConversationWith(maya.person())).toList();
    campus.fills(chats.getFirst(), bob, maya.person(), 300);
    campus.fills(chats.getLast(), carol, maya.person(), 300);
    bob.sends("And you?").to(maya.person());
    carol.sends("And you?").to(maya.person());
    chats.forEach(each -> maya.opens(each.id()).sees("And you?"));
    chats.forEach(each -> change(each.id()));
    print("Switching to a stored chat, drawn", middle("ms", () -> change(other(chats)), 20));
  }

  private String other(List<Conversation> chats) {
    boolean isFirst = maya.page().url().endsWith(chats.getFirst().id());
    return (isFirst ? chats.getLast() : chats.getFirst()).id();
  }

  private Number change(String id) {
    String click =
        """
        async (id) => {
          const before = document.querySelector('message-list');
          const start = performance.now();
          document.querySelector(`.row__link[data-id="${id}"]`).click();
          const frame = () => new Promise(requestAnimationFrame);
          const list = () => document.querySelector('message-list');
          while (list() === before || !list()?.querySelector('[role=article]')) await frame();
          return performance.now() - start;
        }
        """;
    return (Number) maya.page().evaluate(click, id);
  }

  private void scrolling() {
    var dora = campus.welcomes("dora");
    Conversation chat = dora.opensConversationWith(maya.person());
    campus.fills(chat, dora, maya.person(), 10_000);
    maya.page().setDefaultTimeout(180_000);
    maya.opens(chat.id());
    String reach =
        """
        async (log) => {
          const start = performance.now();
          while (!log.querySelector('.beginning')) {
            log.scrollTop = 0;
            await new Promise(requestAnimationFrame);
          }
          return performance.now() - start;
        }
        """;
    print(
        "Scrolling up until all 10,000 messages are loaded",
        "%.0f ms".formatted(((Number) maya.log().evaluate(reach)).doubleValue()));
    for (var each : Map.of("120", 600, "1500", 300).entrySet()) {
      Object found = maya.log().evaluate(SCROLL.formatted(each.getValue(), each.getKey()));
      print("Scrolling 10,000 messages, " + each.getKey() + " px a frame", found);
    }
  }

  private static final String SCROLL =
      """
      async (log) => {
        const frame = () => new Promise(requestAnimationFrame);
        log.scrollTop = 0;
        for (let rest = 0; rest < 30; rest += 1) await frame();
        const times = [];
        let elements = 0;
        let last = await frame();
        for (let at = 0; at < %d; at += 1) {
          log.scrollTop += %s;
          const now = await frame();
          times.push(now - last);
          last = now;
          elements = Math.max(elements, log.querySelectorAll('[role=article]').length);
        }
        const over = (most) => times.filter((each) => each > most).length;
        return `${over(20)} of ${times.length} frames over 20 ms, ${over(34)} over 34 ms, at most ${elements} messages in the page`;
      }
      """;
}
