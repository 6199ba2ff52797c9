package com.mockhu.dm.scenario.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.CampusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The general limit on requests a minute, beside routes with limits of their own. */
class GeneralLimitTest extends CampusTest {
  @Override
  protected Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("DM_LIMITS", "on");
    settings.put("DM_LIMITS_REQUESTS_PER_MINUTE", "5");
    settings.put("DM_LIMITS_DOWNLOADS_PER_MINUTE", "3");
    return settings;
  }

  @Test
  void all_routes_share_it_and_each_person_has_their_own() {
    alice.gets("/v1/users?query=bob").isOk();
    alice.gets("/v1/users/" + bob.id()).isOk();
    alice.gets("/v1/users/me").isOk();
    alice.posts("/v1/ws/ticket", Map.of()).isOk();
    assertEquals("0", left(alice.gets("/v1/conversations")));
    Answer refused = alice.gets("/v1/sync");
    refused.isRefused(429, "rate_limited");
    long wait = Long.parseLong(refused.header("Retry-After").orElseThrow());
    assertTrue(wait >= 1 && wait <= 60, "wait " + wait);
    assertEquals(
        "\"requests_per_minute\";q=5;w=60", refused.header("RateLimit-Policy").orElseThrow());
    bob.gets("/v1/conversations").isOk();
  }

  private static String left(Answer answer) {
    return answer.header("RateLimit").orElseThrow().replaceAll(".*;r=(\\d+).*", "$1");
  }

  @Test
  void what_has_a_limit_of_its_own_goes_on() {
    for (int i = 0; i < 5; i++) {
      alice.gets("/v1/users/me").isOk();
    }
    alice.gets("/v1/users/me").isRefused(429, "rate_limited");
    for (int i = 0; i < 10; i++) {
      alice.sends("m" + i).to(bob);
    }
  }

  @Test
  void sends_that_are_refused_or_repeated_are_counted_apart_from_messages() {
    String conversation = alice.sends("hi").to(bob).conversation();
    for (int i = 0; i < 5; i++) {
      alice.triesToSend(" ").in(conversation).isRefused(400, "invalid_request");
    }
    alice.triesToSend(" ").in(conversation).isRefused(429, "rate_limited");
    bob.sends("each person's own").in(conversation);
  }

  @Test
  void a_request_that_waited_is_not_counted() {
    String cursor = alice.gets("/v1/sync").isOk().path("cursor").asText();
    for (int i = 0; i < 6; i++) {
      alice.gets("/v1/sync?wait=1&cursor=" + cursor).isOk();
    }
    alice.gets("/v1/users/me").isOk();
  }

  @Test
  void a_session_is_refreshed_within_it_and_keeps_its_token_beyond_it() {
    JsonNode session = campus.registers("dora");
    String token = session.path("refresh_token").asText();
    for (int i = 0; i < 5; i++) {
      campus.http().get("/v1/users/me", session.path("access_token").asText()).isOk();
    }
    Map<String, String> refresh = Map.of("refresh_token", token);
    for (int i = 0; i < 2; i++) {
      // Used twice, a token that was taken would end the session with 401.
      campus.http().send("POST", "/v1/auth/refresh", null, refresh).isRefused(429, "rate_limited");
    }
  }

  @Test
  void downloads_by_signed_address_count_for_whom_it_was_signed() {
    byte[] text = "the notes".getBytes(StandardCharsets.UTF_8);
    JsonNode own = alice.uploads(Form.files().file("notes.txt", text)).get(0);
    alice.sends("").withFiles(List.of(own)).to(bob);
    String alices = own.path("signed_url").asText();
    String bobs =
        bob.historyWith(alice)
            .messages()
            .getFirst()
            .json()
            .at("/attachments/0/signed_url")
            .asText();
    for (int i = 0; i < 3; i++) {
      assertEquals(200, status(alices));
    }
    assertEquals(429, status(alices));
    assertEquals(
        429, alice.downloads("/v1/messages/files/" + own.path("id").asText()).statusCode());
    assertEquals(200, status(bobs));
  }

  private int status(String address) {
    return campus.http().download("GET", address, Map.of()).statusCode();
  }

  @Test
  void a_forged_signature_is_charged_to_nobody_s_downloads() {
    byte[] text = "the notes".getBytes(StandardCharsets.UTF_8);
    String address =
        alice.uploads(Form.files().file("notes.txt", text)).get(0).path("signed_url").asText();
    String forged = address + "x";
    for (int i = 0; i < 4; i++) {
      assertEquals(403, status(forged));
    }
    assertEquals(200, status(address));
  }
}
