package com.mockhu.dm.scenario.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.process.Metrics;
import com.mockhu.dm.support.raw.OpenLine;
import com.mockhu.dm.support.time.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that hold a connection and do not use it, with bounds of a second or two. */
class NetworkBoundsTest extends CampusTest {
  private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";

  @Override
  protected Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("DM_HTTP_HEADER_SECONDS", "1"),
        Map.entry("DM_HTTP_BODY_SECONDS", "2"),
        Map.entry("DM_HTTP_UPLOAD_SECONDS", "60"),
        Map.entry("DM_HTTP_RATE_SECONDS", "2"),
        Map.entry("DM_HTTP_READ_SECONDS", "2"),
        Map.entry("DM_HTTP_IDLE_SECONDS", "1"),
        Map.entry("DM_MEMORY_REQUESTS_MEGABYTES", "1"));
  }

  private static void assertError(String answer, int status, String code) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("\"success\":false"), answer);
    assertTrue(answer.contains("\"" + code + "\""), answer);
  }

  private String head(String method, String path, String more) {
    return "%s %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(method, path, alice.token(), more);
  }

  @Test
  void one_who_sends_nothing_is_sent_away() {
    try (OpenLine line = OpenLine.to(campus)) {
      assertEquals("", line.untilClosed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET /health HTTP/1.1\r\nHost: a\r\nX-Slow:",
        "GET /v1/ws/messages HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      })
  void half_a_head_or_handshake_is_answered_and_closed(String half) {
    try (OpenLine line = OpenLine.to(campus).says(half)) {
      assertError(line.untilClosed(), 408, "request_timeout");
    }
  }

  @Test
  void half_a_body_is_answered_and_closed() {
    String head = head("POST", "/v1/messages", "Content-Length: 100\r\n");
    try (OpenLine line = OpenLine.to(campus).says(head + "{\"content\":")) {
      assertError(line.untilClosed(), 408, "request_timeout");
    }
  }

  @Test
  void a_handshake_with_a_body_that_does_not_come_is_refused() {
    String more =
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nContent-Length: 5\r\n";
    try (OpenLine line = OpenLine.to(campus).says(head("GET", "/v1/ws/messages", more))) {
      assertError(line.untilClosed(), 400, "invalid_request");
    }
  }

  @Test
  void an_upload_that_falls_silent_gives_its_place_back() {
    String more = "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1000000\r\n";
    String begin =
        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\nab";
    String head = head("POST", "/v1/messages/upload?type=file", more);
    try (OpenLine line = OpenLine.to(campus).says(head + begin)) {
      assertError(line.untilClosed(), 408, "request_timeout");
    }
    Patience.until("no upload runs", () -> Metrics.of(campus).sum("dm_http_streams") == 0);
  }

  @Test
  void an_idle_connection_is_closed_and_a_used_one_is_not() {
    try (OpenLine line = OpenLine.to(campus)) {
      for (int i = 0; i < 3; i++) {
        assertTrue(line.says(HEALTH).hears("\"ok\"}").startsWith("HTTP/1.1 200"));
      }
      assertEquals("", line.untilClosed());
    }
  }

  @Test
  void an_answer_that_nobody_reads_ends_the_connection() {
    byte[] text = "a".repeat(20 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    String url = alice.uploads(Form.files().file("a.txt", text)).at("/attachments/0/url").asText();
    try (OpenLine _ = OpenLine.to(campus).says(head("GET", url, ""))) {
      Patience.until("it is ended", () -> ended("answer_unread") > 0);
    }
  }

  @Test
  void answers_to_pipelined_requests_that_nobody_reads_end_the_connection() {
    double before = ended("answer_unread");
    String many = head("GET", "/openapi.yaml", "").repeat(500);
    try (OpenLine _ = OpenLine.to(campus).says(many)) {
      Patience.until("it is ended", () -> ended("answer_unread") > before);
    }
  }

  private double ended(String reason) {
    return Metrics.of(campus).sum("dm_connections_ended_total", "reason=\"" + reason + "\"");
  }

  @Test
  void bodies_of_strangers_leave_room_for_people() {
    String head = "POST /v1/auth/login HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n";
    List<OpenLine> strangers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      strangers.add(OpenLine.to(campus).says(head + " ".repeat(120_000)));
    }
    Patience.until("they hold much", () -> Metrics.of(campus).sum("dm_http_body_bytes") > 200_000);
    alice.sends("There is room for me.").to(bob);
    strangers.forEach(OpenLine::untilClosed);
    Patience.until("all is back", () -> Metrics.of(campus).sum("dm_http_body_bytes") == 0);
  }

  @Test
  void a_forged_token_finds_no_room_beyond_that_of_strangers() {
    String head =
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer forged\r\n"
            + "Content-Length: 200000\r\n\r\n";
    List<OpenLine> strangers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      strangers.add(OpenLine.to(campus).says(head + " ".repeat(120_000)));
    }
    List<String> answers = strangers.stream().map(OpenLine::untilClosed).toList();
    assertTrue(
        answers.stream().anyMatch(each -> each.startsWith("HTTP/1.1 401")), answers::toString);
  }
}
