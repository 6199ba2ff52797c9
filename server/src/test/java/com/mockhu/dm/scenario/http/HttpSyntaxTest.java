package com.mockhu.dm.scenario.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.person.SharedServerTest;
import com.mockhu.dm.support.raw.OpenLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as other people's clients write them, and as attackers do. */
class HttpSyntaxTest extends SharedServerTest {
  private String exchange(String request) {
    try (OpenLine line = OpenLine.to(campus).says(request)) {
      return line.untilClosed();
    }
  }

  /** With the connection to be closed, for those answers that would not do so themselves. */
  private String get(String path) {
    return exchange(
        "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(path, alice.token()));
  }

  private static void assertError(String answer, int status, String code) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("\"success\":false"), answer);
    assertTrue(answer.contains("\"" + code + "\""), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/conversations?cursor=&page=&limit=&unread_only=",
        "/v1/conversations?unread_only=True",
        "/v1/conversations?unread_only=FALSE",
        "/v1/sync?cursor=&wait=",
        "/v1/users/m%65",
        "/v1/%75sers/me",
        "/%76%31/users/me"
      })
  void empty_parameters_flags_in_any_case_and_encoded_paths_are_fine(String path) {
    assertTrue(get(path).startsWith("HTTP/1.1 200 "), () -> get(path));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/users%2Fme,404,not_found",
    "/v1/users/me%2Fsettings,400,invalid_request",
    "/v1/users/%zz,400,invalid_request",
    "/v1/users/%2,400,invalid_request",
    "/v1/users/%,400,invalid_request",
    "/v1/users/%ff,400,invalid_request",
    "/v1/users/%c0%af,400,invalid_request",
    "/assets/x/a%2Fb,404,not_found",
    "/v1/conversations?unread_only=yes,400,invalid_request",
    "/v1/conversations?page=x,400,invalid_request"
  })
  void what_is_badly_encoded_or_no_value_is_refused(String path, int status, String code) {
    assertError(get(path), status, code);
  }

  @Test
  void empty_parameters_of_messages_count_as_absent() {
    String conversation = alice.sends("hi").to(bob).conversation();
    String query = "?before_id=&after_id=&page=&limit=&mark_read=";
    alice.gets("/v1/conversations/" + conversation + "/messages" + query).isOk();
    alice.posts("/v1/conversations/" + conversation + "/read?up_to_seq=").data();
    alice.gets("/v1/users?query=bob&limit=").isOk();
  }

  @Test
  void a_quoted_idempotency_key_is_the_same_key() {
    String conversation = alice.opensConversationWith(bob).id();
    String key = UUID.randomUUID().toString();
    String first = sendsWith(conversation, "\"" + key + "\"").isCreated().path("id").asText();
    assertEquals(first, sendsWith(conversation, key).isOk().path("id").asText());
    assertEquals(first, sendsWith(conversation, "\"" + key + "\";a=1").isOk().path("id").asText());
    sendsWith(conversation, "\"" + key).isRefused(400, "invalid_request");
    sendsWith(conversation, "\"nonsense\"").isRefused(400, "invalid_request");
  }

  private Answer sendsWith(String conversation, String key) {
    return posts("/v1/conversations/" + conversation + "/messages", "Idempotency-Key", key, TEXT);
  }

  private static final byte[] TEXT =
      "{\"message_type\":\"text\",\"content\":\"hi\"}".getBytes(StandardCharsets.UTF_8);

  private Answer posts(String path, String header, String value, byte[] body) {
    return alice.postsRaw(path, Map.of(header, value), BodyPublishers.ofByteArray(body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate, gzip", "zstd", "nonsense"})
  void a_packed_body_is_refused(String packing) {
    posts("/v1/messages", "Content-Encoding", packing, TEXT)
        .isRefused(415, "unsupported_media_type");
  }

  @Test
  void a_body_that_says_it_is_not_packed_is_read() {
    posts("/v1/messages", "Content-Encoding", "identity", TEXT).isRefused(400, "invalid_request");
  }

  @ParameterizedTest
  @CsvSource({
    "c080",
    "eda080",
    "f4908080",
    "ff",
    "c3",
    "e28228",
  })
  void ill_formed_utf_8_is_refused_wherever_it_stands(String hex) {
    for (String field : new String[] {"content", "unknown"}) {
      byte[] bad = java.util.HexFormat.of().parseHex(hex);
      byte[] body =
          ("{\"message_type\":\"text\",\""
                  + field
                  + "\":\""
                  + new String(bad, StandardCharsets.ISO_8859_1)
                  + "\"}")
              .getBytes(StandardCharsets.ISO_8859_1);
      posts("/v1/messages", "X-A", "b", body).isRefused(400, "malformed_json");
    }
  }

  @Test
  void another_encoding_of_unicode_is_refused_and_a_byte_order_mark_is_not() {
    String json = "{\"recipient_id\":\"" + bob.id() + "\"}";
    for (var charset :
        new java.nio.charset.Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
      posts("/v1/conversations", "X-A", "b", json.getBytes(charset))
          .isRefused(400, "malformed_json");
    }
    posts("/v1/conversations", "X-A", "b", ("\uFEFF" + json).getBytes(StandardCharsets.UTF_8))
        .isCreated();
  }

  @Test
  void an_address_or_headers_too_large_are_told_so() {
    assertError(get("/" + "a".repeat(10_000)), 414, "uri_too_long");
    assertError(get("/" + "a".repeat(3_000_000)), 414, "uri_too_long");
    String one = "GET /health HTTP/1.1\r\nHost: a\r\nX-A: " + "b".repeat(20_000) + "\r\n\r\n";
    assertError(exchange(one), 431, "headers_too_large");
    String many = "GET /health HTTP/1.1\r\nHost: a\r\n" + "X-A: b\r\n".repeat(5_000) + "\r\n";
    assertError(exchange(many), 431, "headers_too_large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /health HTTP/1.1\r\n\r\n",
        "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST /v1/messages/upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "nonsense\r\n\r\n"
      })
  void a_request_that_two_readers_may_read_apart_is_refused_and_ends(String request) {
    assertError(exchange(request), 400, "invalid_request");
  }

  @Test
  void nothing_behind_a_refused_request_is_read_as_another() {
    String smuggled =
        "POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "0\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    String answer = exchange(smuggled);
    assertEquals(answer.indexOf("HTTP/1.1"), answer.lastIndexOf("HTTP/1.1"), answer);
  }

  @Test
  void http_1_0_needs_no_host() {
    String answer = exchange("GET /health HTTP/1.0\r\n\r\n");
    assertTrue(answer.contains(" 200 "), answer);
  }

  /** ADR 21: the bounds of connections are those of HTTP/1.1. */
  @Test
  void http_2_is_not_spoken_without_a_proxy_however_it_is_asked_for() throws Exception {
    URI health = URI.create("http://127.0.0.1:" + campus.port() + "/health");
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
      assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
      assertEquals(200, answer.statusCode());
    }
    // With prior knowledge: the connection ends, and no stream is opened.
    String preface = exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
    assertTrue(preface.contains(" 501 ") && preface.endsWith("\r\n\r\n"), preface);
  }
}
