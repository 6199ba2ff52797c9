package com.mockhu.dm.platform.http.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Access;
import com.mockhu.dm.platform.http.Caller;
import com.mockhu.dm.platform.http.HttpResult;
import com.mockhu.dm.platform.http.Request;
import com.mockhu.dm.platform.http.Route;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.support.time.Patience;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Speaks HTTP by hand, as clients do that nobody here wrote. */
class HttpFrontTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
  private static final CompletableFuture<String> WATCHED = new CompletableFuture<>();
  private static int port;

  private record Note(String text, Boolean isLoud) {}

  private record Count(long bytes) {}

  @BeforeAll
  static void start() {
    Routes routes = new Routes();
    routes.open("POST", "/notes", request -> HttpResult.created(request.body(Note.class)));
    routes.open("GET", "/notes", request -> HttpResult.ok(request.queryNumber("limit", 20, 1, 50)));
    routes.open("GET", "/notes/{noteId}", request -> HttpResult.ok(request.pathId("noteId")));
    routes.open("GET", "/broken", request -> fail());
    routes.person("GET", "/me", request -> HttpResult.ok(request.userId()));
    routes.service("DELETE", "/all", request -> HttpResult.done("Gone"));
    routes.add(
        new Route("POST", "/stream", Access.OPEN, Route.BodyKind.STREAMED, HttpFrontTest::counted));
    routes.add(
        new Route(
            "POST",
            "/deaf",
            Access.OPEN,
            Route.BodyKind.STREAMED,
            request -> HttpResult.done("No")));
    routes.add(
        new Route(
            "POST", "/watched", Access.OPEN, Route.BodyKind.STREAMED, HttpFrontTest::watched));
    HttpFront front = new HttpFront(VERTX, routes, HttpFrontTest::caller, THREADS);
    port =
        VERTX
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(front::receive)
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
  }

  @AfterAll
  static void stop() {
    VERTX.close().await();
    THREADS.close();
  }

  private static HttpResult fail() {
    throw new IllegalStateException("secret detail of com.mockhu");
  }

  private static HttpResult counted(Request request) {
    try {
      return HttpResult.ok(new Count(request.stream().transferTo(OutputStream.nullOutputStream())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResult watched(Request request) {
    try {
      WATCHED.complete("ended after " + request.stream().readAllBytes().length);
    } catch (IOException e) {
      WATCHED.complete(e.getMessage());
    }
    return HttpResult.done("Seen");
  }

  private static Caller caller(String token) {
    if (token == null) {
      throw ApiException.unauthorized("A token is needed.");
    }
    boolean isService = token.equals("service");
    return new Caller(isService ? null : new UUID(1, 1), isService, null, Instant.MAX);
  }

  /** Sends bytes and reads what comes until the server closes. */
  private static String exchange(byte[]... parts) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      for (byte[] part : parts) {
        socket.getOutputStream().write(part);
      }
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String send(String method, String path, String headers, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n"
            .formatted(method, path, bytes.length, headers);
    return exchange(head.getBytes(StandardCharsets.US_ASCII), bytes);
  }

  private static String get(String path) throws IOException {
    return send("GET", path, "", "");
  }

  private static String post(String body) throws IOException {
    return send("POST", "/notes", "Content-Type: application/json\r\n", body);
  }

  private static void assertError(String answer, int status, String code) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("{\"success\":false,\"error\":{\"code\":\"" + code + "\""), answer);
    assertTrue(answer.toLowerCase().contains("content-type: application/json"), answer);
    assertFalse(answer.contains("com.mockhu"), answer);
  }

  @Test
  void what_was_typed_comes_back_as_typed() throws IOException {
    String answer = post("{\"text\":\"5 < 6 && a\\u2028\",\"unknown\":[{}]}");
    assertTrue(answer.startsWith("HTTP/1.1 201 "), answer);
    assertTrue(answer.contains("\"5 \\u003C 6 \\u0026\\u0026 a\\u2028\""), answer);
  }

  @Test
  void an_unknown_path_is_not_found() throws IOException {
    assertError(get("/nothing"), 404, "not_found");
    assertError(get("/notes/"), 404, "not_found");
    assertError(get("/"), 404, "not_found");
    assertError(get("/notes/1/2"), 404, "not_found");
    assertError(send("POST", "/nothing", "", "x".repeat(300_000)), 404, "not_found");
  }

  @Test
  void a_wrong_method_is_told_the_right_ones() throws IOException {
    String answer = send("PUT", "/notes", "", "{}");
    assertError(answer, 405, "method_not_allowed");
    assertTrue(answer.toLowerCase().contains("allow: get, post"), answer);
  }

  @Test
  void malformed_json_is_refused() throws IOException {
    for (String bad :
        new String[] {
          "",
          "{",
          "{\"text\":",
          "{'text':1}",
          "{\"text\":\"a\"} x",
          "{\"text\":NaN}",
          "\u0000",
          "{\"text\":\"a\nb\"}",
          "<xml/>"
        }) {
      String answer = post(bad);
      assertTrue(answer.startsWith("HTTP/1.1 400 "), bad + answer);
      assertTrue(answer.contains("\"success\":false"), answer);
    }
    assertError(post("{\"text\":"), 400, "malformed_json");
  }

  @Test
  void a_bomb_of_brackets_is_refused() throws IOException {
    String deep = "{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertError(post(deep), 400, "invalid_request");
    String unknown = "{\"x\":" + "[".repeat(100) + "]".repeat(100) + "}";
    assertError(post(unknown), 400, "malformed_json");
  }

  @Test
  void duplicate_keys_are_refused() throws IOException {
    assertError(post("{\"text\":\"a\",\"text\":\"b\"}"), 400, "malformed_json");
  }

  @Test
  void values_of_the_wrong_type_are_named() throws IOException {
    String answer = post("{\"text\":5}");
    assertError(answer, 400, "invalid_request");
    assertTrue(answer.contains("text has the wrong type"), answer);
    assertError(post("{\"is_loud\":\"true\"}"), 400, "invalid_request");
    assertError(post("[]"), 400, "invalid_request");
    assertError(post("null"), 400, "invalid_request");
    assertError(post("5"), 400, "invalid_request");
  }

  @Test
  void a_body_of_another_type_is_refused() throws IOException {
    String form = send("POST", "/notes", "Content-Type: text/plain\r\n", "{}");
    assertError(form, 415, "unsupported_media_type");
    String typed =
        send("POST", "/notes", "Content-Type: Application/JSON; charset=utf-8\r\n", "{}");
    assertTrue(typed.startsWith("HTTP/1.1 201 "), typed);
    assertTrue(send("POST", "/notes", "", "{}").startsWith("HTTP/1.1 201 "));
  }

  private static String bodyOf(int bytes) {
    return "{\"text\":\"" + "a".repeat(bytes - 11) + "\"}";
  }

  @Test
  void a_body_may_have_256_kb_and_not_a_byte_more() throws IOException {
    assertTrue(post(bodyOf(262_144)).startsWith("HTTP/1.1 201 "));
    assertError(post(bodyOf(262_145)), 413, "payload_too_large");
  }

  private static String chunked(String body) throws IOException {
    String head =
        "POST /notes HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    StringBuilder chunks = new StringBuilder(head);
    for (int at = 0; at < body.length(); at += 10_000) {
      String chunk = body.substring(at, Math.min(body.length(), at + 10_000));
      chunks
          .append(Integer.toHexString(chunk.length()))
          .append("\r\n")
          .append(chunk)
          .append("\r\n");
    }
    return exchange(chunks.append("0\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_body_of_unknown_length_has_the_same_limit() throws IOException {
    assertTrue(chunked(bodyOf(262_144)).startsWith("HTTP/1.1 201 "));
    assertError(chunked(bodyOf(262_145)), 413, "payload_too_large");
    assertError(chunked(bodyOf(3_000_000)), 413, "payload_too_large");
  }

  @Test
  void the_refusal_of_a_huge_body_can_be_read_by_one_who_sends_it_all_first() throws IOException {
    assertError(post(bodyOf(20_000_000)), 413, "payload_too_large");
  }

  @Test
  void a_streamed_body_is_read_to_its_end() throws IOException {
    for (int size : new int[] {0, 1, 300_000, 5_000_000}) {
      String answer = send("POST", "/stream", "", "x".repeat(size));
      assertTrue(answer.endsWith("{\"success\":true,\"data\":{\"bytes\":" + size + "}}"), answer);
    }
  }

  @Test
  void an_endpoint_that_does_not_read_its_stream_is_heard_all_the_same() throws IOException {
    String answer = send("POST", "/deaf", "", "x".repeat(5_000_000));
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
  }

  @Test
  void a_body_that_breaks_off_is_not_taken_for_a_whole_one() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String head = "POST /watched HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals("The body broke off", WATCHED.get(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void numbers_in_the_query_are_clamped_and_words_are_refused() throws IOException {
    assertTrue(get("/notes?limit=1000").endsWith("50}"));
    assertTrue(get("/notes?limit=-99999999999999999999").endsWith("1}"));
    assertTrue(get("/notes?limit=7").endsWith("7}"));
    assertTrue(get("/notes?limit=%2B7").endsWith("7}"));
    assertTrue(get("/notes?limit=").endsWith("20}"));
    for (String bad : new String[] {"x", "+", "-", "1.5", "1e3", "%D9%A1", "0x1"}) {
      assertError(get("/notes?limit=" + bad), 400, "invalid_request");
    }
  }

  @Test
  void what_is_no_uuid_is_refused() throws IOException {
    for (String bad : new String[] {"1", "1-1-1-1-1", "g".repeat(36), "%00", "..%2f.."}) {
      assertError(get("/notes/" + bad), 400, "invalid_request");
    }
  }

  @Test
  void a_refused_token_is_told_how_to_come() throws IOException {
    String answer = get("/me");
    assertError(answer, 401, "unauthorized");
    assertTrue(answer.toLowerCase().contains("www-authenticate: bearer"), answer);
    assertError(send("GET", "/me", "Authorization: Basic abc\r\n", ""), 401, "unauthorized");
    assertError(send("GET", "/me", "Authorization: Bearer service\r\n", ""), 401, "unauthorized");
    assertError(send("DELETE", "/all", "Authorization: Bearer x\r\n", ""), 403, "forbidden");
    assertTrue(send("GET", "/me", "authorization: bEARER  x\r\n", "").startsWith("HTTP/1.1 200 "));
    assertError(get("/me?token=x"), 401, "unauthorized");
  }

  @Test
  void a_fault_of_ours_tells_nothing() throws IOException {
    String answer = get("/broken");
    assertError(answer, 500, "internal_error");
    assertFalse(answer.contains("secret"), answer);
  }

  @Test
  void a_head_request_gets_the_head_alone() throws IOException {
    String answer = send("HEAD", "/notes", "", "");
    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.endsWith("\r\n\r\n"), answer);
    assertTrue(answer.toLowerCase().contains("x-content-type-options: nosniff"), answer);
  }
}
