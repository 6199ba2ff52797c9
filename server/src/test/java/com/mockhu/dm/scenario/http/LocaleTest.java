package com.mockhu.dm.scenario.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mockhu.dm.support.http.Answer;
import com.mockhu.dm.support.http.Form;
import com.mockhu.dm.support.person.SharedServerTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a machine whose language has a dotless i and digits of its own. */
class LocaleTest extends SharedServerTest {
  private static final Locale TURKISH_WITH_ARABIC_DIGITS = Locale.forLanguageTag("tr-TR-u-nu-arab");

  private Locale before;

  @BeforeEach
  void move() {
    before = Locale.getDefault();
    Locale.setDefault(TURKISH_WITH_ARABIC_DIGITS);
    assertEquals("\u0661", "%d".formatted(1), "the premise");
  }

  @AfterEach
  void comeHome() {
    Locale.setDefault(before);
  }

  @Test
  void people_sign_up_and_in_and_wrong_passwords_are_refused() {
    String name = "ILIKIN." + UUID.randomUUID().toString().substring(0, 8);
    String password = "I like tea in Istanbul";
    Answer up = posts("register", Map.of("username", name, "full_name", "I", "password", password));
    assertEquals(name.toLowerCase(Locale.ROOT), up.isCreated().at("/user/username").asText());
    posts("login", Map.of("username", name, "password", password)).isOk();
    posts("login", Map.of("username", name, "password", "wrong")).isRefused(401, "unauthorized");
    posts("login", Map.of("username", "nobody.i", "password", "wrong"))
        .isRefused(401, "unauthorized");
  }

  private Answer posts(String what, Map<String, String> body) {
    return campus.http().send("POST", "/v1/auth/" + what, null, body);
  }

  @Test
  void files_come_back_by_signed_address_and_in_parts() {
    byte[] text = "I like tea".getBytes(StandardCharsets.UTF_8);
    JsonNode file = alice.uploads(Form.files().file("TITLE.TXT", text)).get(0);
    String address = file.path("signed_url").asText();
    assertEquals(200, campus.http().download("GET", address, Map.of()).statusCode(), address);
    var part = campus.http().download("GET", address, Map.of("Range", "bytes=2-5"));
    assertEquals("bytes 2-5/10", part.headers().firstValue("Content-Range").orElse(""));
  }

  @Test
  void refusals_and_metrics_are_written_with_plain_digits() {
    Answer refused = alice.triesToSend("x".repeat(10_001)).to(bob);
    assertTrue(refused.text().chars().allMatch(c -> c < 0x80), refused::text);
    String metrics = com.mockhu.dm.support.process.Metrics.of(campus).text();
    assertTrue(metrics.chars().allMatch(c -> c < 0x80));
  }
}
