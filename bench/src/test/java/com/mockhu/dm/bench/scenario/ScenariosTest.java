package com.mockhu.dm.bench.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.bench.measure.Figure;
import com.mockhu.dm.bench.run.Bench;
import com.mockhu.dm.bench.run.Options;
import com.mockhu.dm.bench.run.Result;
import com.mockhu.dm.bench.stub.StubServer;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final int SENT = 0;
  private static final int ACKNOWLEDGED = 1;
  private static final int REFUSED = 2;
  private static final int DELIVERED = 3;
  private static final Map<String, String> SHORT =
      Map.of("pairs", "4", "warm-up", "50ms", "repetitions", "3", "seconds", "100ms");

  @Test
  void pairs_settle_and_deliver_every_message() {
    try (StubServer server = StubServer.start()) {
      Result result = run("pairs", server, SHORT, Map.of("outstanding", "16", "threads", "2"));
      assertEquals(3, figure(result, "durable messages").values().size());
      assertEverythingArrived(result);
    }
  }

  @Test
  void a_refusal_is_counted_and_its_sender_goes_on() {
    try (StubServer server = StubServer.refusingEvery(5)) {
      Result result = run("pairs", server, SHORT, Map.of("repetitions", "1", "seconds", "1"));
      assertTrue(count(result, REFUSED) > 0, "refusals");
      assertTrue(count(result, ACKNOWLEDGED) > 4 * 4, "messages after the first refusals");
    }
  }

  @Test
  void a_rate_settles_and_delivers_every_message() {
    try (StubServer server = StubServer.start()) {
      Result result = run("rate", server, SHORT, Map.of("rate", "100"));
      assertEquals(100, figure(result, "asked for").median());
      assertEverythingArrived(result);
    }
  }

  @Test
  void an_idle_crowd_stays_connected() {
    try (StubServer server = StubServer.start()) {
      Result result =
          run("idle", server, Map.of("sockets", "50", "warm-up-sockets", "5", "hold", "1ms"));
      assertEquals("50 of 50 sockets were still open", result.remarks().getFirst());
      assertFalse(figure(result, "memory before").isMeasured(), "no pid was given");
    }
  }

  @Test
  void a_crowd_stays_connected_while_a_few_of_it_talk() {
    try (StubServer server = StubServer.start()) {
      Result result = run("crowd", server, SHORT, Map.of("sockets", "100", "talking", "4"));
      assertEverythingArrived(result);
      assertEquals(0, figure(result, "unexpected closes").median());
    }
  }

  @SafeVarargs
  private static Result run(String scenario, StubServer server, Map<String, String>... options) {
    Map<String, String> all = new HashMap<>();
    for (Map<String, String> some : options) {
      all.putAll(some);
    }
    all.put("url", server.address().toString());
    all.put("secret", "a secret of at least thirty-two bytes");
    try (Bench bench =
        Bench.of(new Options(all), new PrintStream(PrintStream.nullOutputStream()))) {
      return Scenarios.named(scenario).orElseThrow().run(bench);
    }
  }

  private static Figure figure(Result result, String name) {
    return result.figures().stream()
        .filter(figure -> figure.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertEverythingArrived(Result result) {
    assertTrue(count(result, SENT) > 0, "something was sent");
    assertEquals(count(result, SENT), count(result, ACKNOWLEDGED), "acknowledged");
    assertEquals(count(result, SENT), count(result, DELIVERED), "delivered");
  }

  /** A number of the remark that reads "… N sent, N acknowledged, N refused, N delivered". */
  private static long count(Result result, int place) {
    String[] counts = result.remarks().getFirst().replaceAll("[^0-9 ]", "").strip().split(" +");
    return Long.parseLong(counts[place]);
  }
}
