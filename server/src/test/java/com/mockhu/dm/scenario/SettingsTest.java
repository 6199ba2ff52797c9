package com.mockhu.dm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.Campus;
import com.mockhu.dm.support.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static String refusal(Map<String, String> settings) {
    return assertThrows(RuntimeException.class, () -> Campus.start(settings).close()).getMessage();
  }

  @Test
  void a_misspelt_setting_is_refused_by_name() {
    String message = refusal(Map.of("DM_PROT", "8080"));
    assertTrue(message.contains("DM_PROT"), message);
  }

  @ParameterizedTest
  @CsvSource({
    "DM_PORT,http",
    "DM_PORT,70000",
    "DM_PORT,-1",
    "DM_LIMITS,sometimes",
    "DM_LIMITS_MESSAGES_PER_MINUTE,0",
    "DM_IDENTITY,magic",
    "DM_DATABASE_URL,mysql://somewhere/else",
    "DM_JWT_SECRET,short",
    "DM_ENV_FILE,/no/such/file"
  })
  void a_bad_value_is_refused_with_the_name_of_its_setting(String name, String value) {
    String message = refusal(Map.of(name, value));
    assertTrue(message.contains(name), message);
  }

  @Test
  void a_file_may_hold_settings_and_variables_win(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(".env");
    Files.writeString(file, "# for the test\nDM_LIMITS=off\nDM_LIMITS_MESSAGES_PER_MINUTE=2\n");
    Map<String, String> settings = Map.of("DM_ENV_FILE", file.toString(), "DM_LIMITS", "on");
    try (Campus campus = Campus.start(settings)) {
      var alice = campus.welcomes("alice");
      var bob = campus.welcomes("bob");
      alice.sends("one").to(bob);
      alice.sends("two").to(bob);
      alice.triesToSend("three").to(bob).isRefused(429, "rate_limited");
    }
  }

  @Test
  void the_issuer_of_tokens_is_a_setting() {
    try (Campus campus =
        Campus.start(Map.of("DM_JWT_ISSUER", "our-school", "DM_JWT_AUDIENCE", "dm"))) {
      String wrong = Token.ofService().mint();
      assertEquals(401, campus.http().get("/v1/users/me", wrong).status());
      String noAudience = Token.ofService().with("iss", "our-school").mint();
      assertEquals(401, campus.http().get("/v1/users/me", noAudience).status());
    }
  }

  @Test
  void limits_that_are_off_lift_no_size() {
    try (Campus campus = Campus.start(Map.of("DM_LIMITS", "off"))) {
      var alice = campus.welcomes("alice");
      var bob = campus.welcomes("bob");
      for (int i = 0; i < 25; i++) {
        alice.sends("m" + i).to(bob);
      }
      alice.triesToSend("x".repeat(10_001)).to(bob).isRefused(400, "invalid_request");
    }
  }
}
