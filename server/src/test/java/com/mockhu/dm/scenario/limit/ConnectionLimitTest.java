package com.mockhu.dm.scenario.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.Campus;
import com.mockhu.dm.support.person.Person;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.raw.OpenLine;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** More connections than there may be. */
class ConnectionLimitTest {
  /** Refused connections may stay open for a moment, so that they can read the reason. */
  private static final int CLOSING = 64;

  @Test
  void idle_connections_give_way_to_those_who_come_to_use_one() {
    try (Campus campus = Campus.start(Map.of("DM_CONNECTIONS", "20"))) {
      Person alice = campus.welcomes("alice");
      List<OpenLine> idle = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        idle.add(OpenLine.to(campus));
      }
      // A newer connection displaces the oldest one that has not sent a request.
      Patience.until(
          "alice is let in",
          () -> wasLetIn(() -> assertEquals(200, alice.gets("/v1/users/me").status())));
      Patience.until(
          "few stay open",
          () ->
              wasLetIn(() -> assertTrue(Metrics.of(campus).sum("dm_connections") <= 20 + CLOSING)));
      idle.forEach(OpenLine::close);
    }
  }

  /** One that is refused comes again. */
  private static boolean wasLetIn(Runnable request) {
    try {
      request.run();
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }

  @Test
  void one_address_has_its_share_and_gets_it_back() {
    try (Campus campus =
        Campus.start(Map.of("DM_CONNECTIONS_PER_ADDRESS", "5", "DM_HTTP_HEADER_SECONDS", "1"))) {
      List<OpenLine> lines = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        lines.add(OpenLine.to(campus));
      }
      // Two loops take them up, so that the last to come need not be the one too many.
      List<String> answers = lines.stream().map(OpenLine::untilClosed).toList();
      List<String> refusals = answers.stream().filter(each -> !each.isEmpty()).toList();
      assertEquals(1, refusals.size(), answers::toString);
      assertTrue(refusals.getFirst().startsWith("HTTP/1.1 429 "), answers::toString);
      assertTrue(refusals.getFirst().contains("\"rate_limited\""), answers::toString);
      Patience.until("there is room again", () -> isLetIn(campus));
      assertEquals(200, campus.http().get("/health", null).status());
    }
  }

  @Test
  void one_too_many_is_told_so_while_all_others_are_busy() {
    String busy =
        "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n";
    try (Campus campus = Campus.start(Map.of("DM_CONNECTIONS", "2"))) {
      Patience.until("one is refused in words", () -> isRefusedBeside(campus, busy));
      Patience.until("there is room again", () -> isLetIn(campus));
    }
  }

  /** Two connections are busy once the server has read their requests' heads. */
  private static boolean isRefusedBeside(Campus campus, String busy) {
    List<OpenLine> lines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      OpenLine one = OpenLine.to(campus).says(busy);
      one.hears("\r\n\r\n");
      lines.add(one);
    }
    try (OpenLine line = OpenLine.to(campus)) {
      String answer = line.untilClosed();
      return answer.startsWith("HTTP/1.1 503 ") && answer.contains("\"unavailable\"");
    } finally {
      lines.forEach(OpenLine::close);
    }
  }

  @Test
  void answers_that_nobody_reads_take_a_bounded_amount_of_memory() {
    String many = "GET /openapi.yaml HTTP/1.1\r\nHost: a\r\n\r\n".repeat(1_000);
    try (Campus campus = Campus.start(Map.of("DM_MEMORY_ANSWERS_MEGABYTES", "1"))) {
      List<OpenLine> lines = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        lines.add(OpenLine.to(campus).says(many));
      }
      Patience.until(
          "it is ended long before its minute",
          () ->
              Metrics.of(campus).sum("dm_connections_ended_total", "reason=\"answer_unread\"") > 0);
      Patience.until(
          "its memory is back",
          () -> Metrics.of(campus).sum("dm_answers_waiting_bytes") <= 1 << 20);
      lines.forEach(OpenLine::close);
    }
  }

  private static boolean isLetIn(Campus campus) {
    try (OpenLine line = OpenLine.to(campus)) {
      line.says("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      return line.untilClosed().startsWith("HTTP/1.1 200");
    }
  }
}
