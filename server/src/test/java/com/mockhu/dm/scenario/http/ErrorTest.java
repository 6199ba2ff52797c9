package com.mockhu.dm.scenario.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.raw.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTest extends SharedServerTest {
  private static final String NOBODY = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "/c",
        "/assets",
        "/v2/conversations",
        "/v1/conversations/",
        "/v1//conversations",
        "/favicon.ico",
        "/v1/conversations/../users/me",
        "/%2e%2e/etc/passwd"
      })
  void an_unknown_path_is_not_found(String path) {
    Answer answer = alice.gets(path);
    assertTrue(answer.status() == 404, answer::toString);
    answer.isRefused(404, "not_found");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/v1/conversations",
    "DELETE,/v1/conversations",
    "GET,/v1/messages",
    "PATCH,/v1/conversations/%s/messages",
    "GET,/v1/conversations/%s/read",
    "POST,/health",
    "OPTIONS,/v1/conversations",
    "TRACE,/v1/conversations",
    "BREW,/v1/conversations"
  })
  void a_wrong_method_names_the_right_ones(String method, String path) {
    Answer answer = alice.calls(method, path.formatted(NOBODY), null);
    answer.isRefused(405, "method_not_allowed");
    assertFalse(answer.header("Allow").orElse("").isBlank());
  }

  @Test
  void the_allowed_methods_are_all_of_them() {
    String allowed = alice.calls("PUT", "/v1/conversations", null).header("Allow").orElse("");
    assertTrue(Set.of(allowed.split(", *")).containsAll(Set.of("GET", "POST")), allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "hello",
        "{\"recipient_id\":}",
        "{'recipient_id':'x'}",
        "{\"recipient_id\":\"x\"} extra",
        "{\"recipient_id\":\"a\",\"recipient_id\":\"b\"}",
        "\u0000"
      })
  void malformed_json_is_refused(String body) {
    alice.postsText("/v1/conversations", body).isBadRequest();
  }

  @Test
  void bytes_that_are_no_utf_8_are_refused() {
    byte[] body = "{\"recipient_id\":\"x\"}".getBytes(StandardCharsets.UTF_8);
    body[17] = (byte) 0xff;
    Answer answer = alice.postsRaw("/v1/conversations", Map.of(), BodyPublishers.ofByteArray(body));
    assertEquals(400, answer.status(), answer::toString);
  }

  @Test
  void json_that_breaks_off_is_called_malformed() {
    alice.postsText("/v1/conversations", "{\"recipient_id\":").isRefused(400, "malformed_json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"text\"", "null", "true"})
  void json_that_is_no_object_is_refused(String body) {
    alice.postsText("/v1/conversations", body).isRefused(400, "invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void a_bomb_of_nesting_is_refused(String opening) {
    alice.postsText("/v1/conversations", opening.repeat(20_000)).isBadRequest();
  }

  @Test
  void a_number_of_absurd_length_is_refused() {
    alice
        .postsText("/v1/conversations", "{\"recipient_id\":" + "9".repeat(100_000) + "}")
        .isBadRequest();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void another_content_type_is_refused(String type) {
    alice
        .postsRaw("/v1/conversations", Map.of("Content-Type", type), BodyPublishers.ofString("{}"))
        .isRefused(415, "unsupported_media_type");
  }

  @Test
  void a_charset_after_the_content_type_is_fine() {
    String body = "{\"recipient_id\":\"" + bob.id() + "\"}";
    Map<String, String> type = Map.of("Content-Type", "application/json; charset=utf-8");
    alice.postsRaw("/v1/conversations", type, BodyPublishers.ofString(body)).isCreated();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/conversations/nonsense",
    "DELETE,/v1/conversations/1234",
    "GET,/v1/conversations/nonsense/messages",
    "POST,/v1/conversations/nonsense/read",
    "DELETE,/v1/messages/nonsense",
    "POST,/v1/messages/1-1-1-1-1/read",
    "GET,/v1/users/nonsense",
    "POST,/v1/users/nonsense/block",
    "DELETE,/v1/users/nonsense/block",
    "POST,/v1/users/nonsense/follow",
    "GET,/v1/users/nonsense/can-message"
  })
  void a_malformed_uuid_in_a_path_is_refused(String method, String path) {
    alice.calls(method, path, null).isRefused(400, "invalid_request");
  }

  @Test
  void a_body_of_exactly_the_limit_is_read_and_one_more_byte_is_not() {
    String start = "{\"recipient_id\":\"" + bob.id() + "\",\"padding\":\"";
    int room = 256 * 1024 - start.length() - 2;
    alice.postsText("/v1/conversations", start + "x".repeat(room) + "\"}").isCreated();
    alice
        .postsText("/v1/conversations", start + "x".repeat(room + 1) + "\"}")
        .isRefused(413, "payload_too_large");
  }

  @Test
  void a_huge_body_is_refused_in_words_that_the_client_can_read() {
    for (int i = 0; i < 5; i++) {
      alice
          .postsText("/v1/conversations", "x".repeat(20 << 20))
          .isRefused(413, "payload_too_large");
    }
  }

  @Test
  void without_a_token_everything_of_a_person_is_closed() {
    for (String path :
        List.of("/v1/conversations", "/v1/users/me", "/v1/sync", "/v1/users?query=a")) {
      Answer answer = campus.http().get(path, null);
      answer.isRefused(401, "unauthorized");
      assertTrue(answer.header("WWW-Authenticate").orElse("").startsWith("Bearer"));
      answer = campus.http().get(path, "nonsense");
      answer.isRefused(401, "unauthorized");
      assertTrue(answer.header("WWW-Authenticate").orElse("").startsWith("Bearer"));
    }
  }

  @Test
  void no_failure_tells_of_the_inside() {
    List<Answer> answers =
        List.of(
            alice.gets("/v1/conversations/'%3B--"),
            alice.gets("/v1/conversations?cursor=%27%3BDROP%20TABLE"),
            alice.gets("/v1/users?query=%25%27%22%5C"),
            alice.postsText("/v1/messages", "{\"content\":[[[["),
            alice.postsText("/v1/messages", "{\"content\":{\"a\":1}}"));
    for (Answer answer : answers) {
      assertTrue(answer.status() < 500, answer::toString);
      assertFalse(
          answer
              .text()
              .matches("(?is).*(exception|\\bat com\\.|java\\.|select |sqlstate|jackson).*"),
          answer::toString);
    }
  }

  @Test
  void a_request_that_is_not_http_does_not_stop_the_server() {
    RawHttp.exchange(campus.port(), "nonsense\r\n\r\n");
    RawHttp.exchange(campus.port(), "GET nonsense HTTP/1.1\r\nHost: x\r\n\r\n");
    alice.inbox();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "<script>", "\u00e9"})
  void a_request_id_that_could_harm_the_log_is_replaced(String id) {
    String answer =
        RawHttp.exchange(
            campus.port(),
            "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Request-Id: "
                + id
                + "\r\n\r\n");
    assertTrue(answer.matches("(?is).*x-request-id: [0-9a-f-]{36}\r\n.*"), answer);
  }

  @Test
  void health_is_open_and_says_ok() {
    Answer answer = campus.http().get("/health", null);
    assertEquals(200, answer.status());
    assertEquals("ok", answer.json().path("status").asText());
  }

  @Test
  void the_descriptions_are_served() {
    for (String path : List.of("/openapi.yaml", "/asyncapi.yaml", "/docs")) {
      assertEquals(200, campus.http().get(path, null).status(), path);
    }
  }
}
