package com.mockhu.dm.web.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.person.CampusTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What browsers are told about pages of other origins (behaviour §12.3). */
class CrossOriginTest extends CampusTest {
  private static final String LISTED = "https://campus.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  @Override
  protected Map<String, String> settings() {
    return Map.of("DM_CORS_ORIGINS", LISTED);
  }

  @Test
  void a_listed_origin_may_read_the_library_and_another_may_not() {
    HttpResponse<byte[]> listed = get("/client/v1/dm-client.js", LISTED);
    assertEquals(LISTED, listed.headers().firstValue(ALLOWED).orElse(""));
    assertTrue(listed.headers().allValues("Vary").contains("Origin"));
    HttpResponse<byte[]> other = get("/client/v1/dm-client.js", "https://other.example");
    assertTrue(other.headers().firstValue(ALLOWED).isEmpty());
    assertTrue(listed.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
  }

  @Test
  void a_listed_origin_is_told_that_it_may_send_a_token() {
    Map<String, String> asks = Map.of("Origin", LISTED, "Access-Control-Request-Method", "POST");
    HttpResponse<byte[]> answer = campus.http().download("OPTIONS", "/v1/messages", asks);
    assertEquals(204, answer.statusCode());
    String headers = answer.headers().firstValue("Access-Control-Allow-Headers").orElse("");
    assertTrue(headers.contains("Authorization"), headers);
  }

  private HttpResponse<byte[]> get(String path, String origin) {
    return campus.http().download("GET", path, Map.of("Origin", origin));
  }
}
