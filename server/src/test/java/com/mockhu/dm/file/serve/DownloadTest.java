package com.mockhu.dm.file.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.file.Papers;
import com.mockhu.dm.support.file.Pixels;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import com.mockhu.dm.support.raw.RawHttp;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reading one's own upload: who may, and how much of it. */
class DownloadTest extends CampusTest {
  private static final byte[] TEXT = Papers.text("0123456789");

  private JsonNode uploaded() {
    return alice.uploads(Form.files().file("räksm\"örgås.txt", TEXT)).path(0);
  }

  private static String path(JsonNode attachment) {
    return "/v1/messages/files/" + attachment.path("id").asText();
  }

  @Test
  void an_unsent_file_is_its_uploader_s_alone() {
    JsonNode file = uploaded();
    assertArrayEquals(TEXT, alice.downloads(path(file)).body());
    assertArrayEquals(TEXT, alice.downloads(file.path("url").asText()).body());
    bob.gets(path(file)).isRefused(403, "not_participant");
    bob.gets(file.path("url").asText()).isRefused(403, "not_participant");
    campus.http().get(path(file), null).isRefused(401, "unauthorized");
    alice.gets("/v1/messages/files/" + UUID.randomUUID()).isRefused(404, "not_found");
    alice.gets("/v1/messages/files/one").isRefused(400, "invalid_request");
    alice.gets("/uploads/messages/files/2024/01/..%2f..%2fsecrets").isRefused(404, "not_found");
    alice.gets(path(file) + "/thumbnail").isRefused(404, "not_found");
  }

  @Test
  void a_signed_address_needs_no_token_and_cannot_be_bent() {
    JsonNode image = alice.uploads(Form.images().file("a.png", Pixels.png(9, 9))).path(0);
    String signed = image.path("signed_url").asText();
    assertEquals(200, campus.http().download("GET", signed, Map.of()).statusCode());
    String small = image.path("signed_thumbnail_url").asText();
    assertEquals(200, campus.http().download("GET", small, Map.of()).statusCode());
    campus
        .http()
        .get(signed.replaceAll("expires=1", "expires=2"), null)
        .isRefused(403, "forbidden");
    campus.http().get(signed.replaceAll("expires=\\d+&", ""), null).isRefused(403, "forbidden");
    campus.http().get(signed + "x", null).isRefused(403, "forbidden");
    String query = signed.substring(signed.indexOf('?'));
    campus.http().get(path(image) + "/thumbnail" + query, null).isRefused(403, "forbidden");
    campus.http().get(path(uploaded()) + query, null).isRefused(403, "forbidden");
  }

  @Test
  void the_headers_keep_a_file_from_being_run_or_kept() {
    HttpResponse<byte[]> file = alice.downloads(path(uploaded()));
    assertEquals("nosniff", header(file, "X-Content-Type-Options"));
    assertEquals("same-site", header(file, "Cross-Origin-Resource-Policy"));
    assertTrue(header(file, "Content-Security-Policy").startsWith("sandbox"));
    assertTrue(header(file, "Cache-Control").startsWith("private"));
    assertEquals("text/plain; charset=utf-8", header(file, "Content-Type"));
    assertEquals(
        "attachment; filename=\"r_ksm__rg_s.txt\";"
            + " filename*=UTF-8''r%C3%A4ksm%22%C3%B6rg%C3%A5s.txt",
        header(file, "Content-Disposition"));
    JsonNode image = alice.uploads(Form.images().file("a.png", Pixels.png(9, 9))).path(0);
    HttpResponse<byte[]> shown = alice.downloads(path(image));
    assertTrue(header(shown, "Content-Disposition").startsWith("inline"));
    assertEquals("image/png", header(shown, "Content-Type"));
  }

  @Test
  void a_text_is_served_in_the_encoding_it_is_written_in() {
    assertType("text/plain; charset=utf-8", "a.txt", Papers.text("Größe \u4F60\u597D"));
    assertType("text/plain; charset=windows-1252", "a.txt", "Größe".getBytes(ISO_8859_1));
    assertType("text/plain; charset=utf-16", "a.txt", "Größe".getBytes(UTF_16));
    byte[] russian =
        "\u041F\u0440\u0438\u0432\u0435\u0442".getBytes(Charset.forName("windows-1251"));
    assertType("text/plain", "a.txt", russian);
    assertType("text/csv; charset=utf-8", "a.csv", Papers.text("Größe,1"));
    assertType("application/json", "a.json", Papers.text("{}"));
    assertType(
        "text/plain; charset=utf-8", "a.txt", Papers.text("<html><script>alert(1)</script>"));
  }

  private void assertType(String type, String name, byte[] content) {
    JsonNode file = alice.uploads(Form.files().file(name, content)).path(0);
    HttpResponse<byte[]> answer = alice.downloads(path(file));
    assertEquals(type, header(answer, "Content-Type"));
    assertTrue(header(answer, "Content-Disposition").startsWith("attachment"));
    assertEquals(type.replaceAll(";.*", ""), file.path("mime_type").asText());
  }

  @Test
  void a_file_that_is_another_than_the_client_thinks_is_not_sent() {
    String path = path(uploaded());
    String tag = header(alice.downloads(path), "ETag");
    for (String same : new String[] {tag, "\"x\", " + tag, "*"}) {
      assertEquals(200, alice.downloads(path, Map.of("If-Match", same)).statusCode());
    }
    Map<String, String> part = Map.of("If-Match", tag, "Range", "bytes=2-4");
    assertEquals(206, alice.downloads(path, part).statusCode());
    for (String other : new String[] {"\"x\"", "W/" + tag}) {
      HttpResponse<byte[]> answer =
          alice.downloads(path, Map.of("If-Match", other, "Range", "bytes=2-4"));
      assertEquals(412, answer.statusCode());
      assertTrue(new String(answer.body()).contains("\"precondition_failed\""));
    }
  }

  @Test
  void parts_of_a_file_can_be_asked_for() {
    String path = path(uploaded());
    assertPart(path, "bytes=2-4", "234", "bytes 2-4/10");
    assertPart(path, "bytes=7-", "789", "bytes 7-9/10");
    assertPart(path, "bytes=-2", "89", "bytes 8-9/10");
    assertPart(path, "bytes=-20", "0123456789", "bytes 0-9/10");
    assertPart(path, "bytes=8-99", "89", "bytes 8-9/10");
    for (String whole : new String[] {"bytes=0-1,3-4", "lines=1-2", "bytes=4-2"}) {
      HttpResponse<byte[]> answer = alice.downloads(path, Map.of("Range", whole));
      assertEquals(200, answer.statusCode());
      assertArrayEquals(TEXT, answer.body());
    }
    HttpResponse<byte[]> beyond = alice.downloads(path, Map.of("Range", "bytes=10-"));
    assertEquals(416, beyond.statusCode());
    assertEquals(416, alice.downloads(path, Map.of("Range", "bytes=-0")).statusCode());
    assertEquals("bytes */10", header(beyond, "Content-Range"));
  }

  private void assertPart(String path, String range, String content, String told) {
    HttpResponse<byte[]> answer = alice.downloads(path, Map.of("Range", range));
    assertEquals(206, answer.statusCode());
    assertEquals(content, new String(answer.body()));
    assertEquals(told, header(answer, "Content-Range"));
  }

  @Test
  void what_the_client_has_is_not_sent_again() {
    String path = path(uploaded());
    String tag = header(alice.downloads(path), "ETag");
    HttpResponse<byte[]> same = alice.downloads(path, Map.of("If-None-Match", "\"x\", W/" + tag));
    assertEquals(304, same.statusCode());
    assertEquals(0, same.body().length);
    assertEquals(200, alice.downloads(path, Map.of("If-None-Match", "\"x\"")).statusCode());
    Map<String, String> part = Map.of("Range", "bytes=0-0", "If-Range", tag);
    assertEquals(206, alice.downloads(path, part).statusCode());
    for (String stale : new String[] {"\"x\"", "W/" + tag, "Sun, 22 Nov 2026 08:00:00 GMT"}) {
      Map<String, String> other = Map.of("Range", "bytes=0-0", "If-Range", stale);
      assertEquals(200, alice.downloads(path, other).statusCode());
    }
  }

  @Test
  void head_tells_the_size_and_sends_nothing() {
    HttpResponse<byte[]> head =
        campus
            .http()
            .download("HEAD", path(uploaded()), Map.of("Authorization", "Bearer " + alice.token()));
    assertEquals(200, head.statusCode());
    assertEquals("10", header(head, "Content-Length"));
    assertEquals(0, head.body().length);
    for (String range : new String[] {"bytes=2-4", "bytes=10-"}) {
      HttpResponse<byte[]> ranged =
          campus
              .http()
              .download(
                  "HEAD",
                  path(uploaded()),
                  Map.of("Authorization", "Bearer " + alice.token(), "Range", range));
      assertEquals(200, ranged.statusCode());
      assertEquals("10", header(ranged, "Content-Length"));
      assertEquals("", header(ranged, "Content-Range"));
    }
  }

  @Test
  void a_body_that_will_be_refused_is_not_asked_for() {
    String request =
        """
        POST /v1/messages/upload HTTP/1.1\r
        Host: 127.0.0.1\r
        %s\
        Content-Type: multipart/form-data; boundary=x\r
        Content-Length: %d\r
        Expect: 100-continue\r
        \r
        """;
    String noToken = RawHttp.exchange(campus.port(), request.formatted("", 1000));
    assertTrue(noToken.startsWith("HTTP/1.1 401"), noToken);
    String token = "Authorization: Bearer " + alice.token() + "\r\n";
    String huge = RawHttp.exchange(campus.port(), request.formatted(token, 2_000_000_000));
    assertTrue(huge.startsWith("HTTP/1.1 413"), huge);
    String json = request.replace("multipart/form-data; boundary=x", "application/json");
    String noForm = RawHttp.exchange(campus.port(), json.formatted(token, 1000));
    assertTrue(noForm.startsWith("HTTP/1.1 415"), noForm);
    String avatar = request.replace("POST /v1/messages/upload", "PUT /v1/users/me/avatar");
    String largeAvatar = RawHttp.exchange(campus.port(), avatar.formatted(token, 12 << 20));
    assertTrue(largeAvatar.startsWith("HTTP/1.1 413"), largeAvatar);
    String fine = RawHttp.exchange(campus.port(), request.formatted(token, 1000));
    assertTrue(fine.startsWith("HTTP/1.1 100"), fine);
    assertFalse(fine.contains("HTTP/1.1 4"), fine);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
