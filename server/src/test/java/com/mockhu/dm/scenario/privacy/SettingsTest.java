package com.mockhu.dm.scenario.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.support.http.Token;
import com.mockhu.dm.support.person.Campus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
    "DM_ENV_FILE,/no/such/file",
    "DM_STORAGE,ftp",
    "DM_S3_BUCKET,files",
    "DM_STORAGE_COLD_DAYS,-1",
    "DM_STORAGE_COLD_DAYS,30",
    "DM_STORAGE_COLD_BUCKET,files",
    "DM_CLAMAV_ADDRESS,somewhere",
    "DM_CLAMAV_SECONDS,0"
  })
  void a_bad_value_is_refused_with_the_name_of_its_setting(String name, String value) {
    String message = refusal(Map.of(name, value));
    assertTrue(message.contains(name), message);
  }

  @ParameterizedTest
  @CsvSource({
    "DM_S3_BUCKET,''",
    "DM_S3_ACCESS_KEY,''",
    "DM_S3_SECRET_KEY,''",
    "DM_S3_BUCKET,a/b",
    "DM_S3_PREFIX,/x",
    "DM_S3_REGION,Frankfurt am Main",
    "DM_S3_PATH_STYLE,maybe",
    "DM_S3_ENDPOINT,storage.example.org",
    "DM_S3_ENDPOINT,ftp://user:pass@storage",
    "DM_STORAGE_COLD_DIR,/tmp",
    "DM_STORAGE_COLD_CLASS,DEEP_ARCHIVE"
  })
  void a_store_that_is_not_fully_described_is_refused(String name, String value) {
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "DM_STORAGE", "s3",
                "DM_S3_BUCKET", "files",
                "DM_S3_ACCESS_KEY", "a-key",
                "DM_S3_SECRET_KEY", "a-secret-of-the-store"));
    settings.put(name, value);
    String message = refusal(settings);
    assertTrue(message.contains(name), message);
    assertFalse(message.contains("secret-of") || message.contains("pass@"), message);
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
