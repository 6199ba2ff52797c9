package com.mockhu.dm.platform.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.platform.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
  @TempDir Path folder;

  private static String refusal(Map<String, String> variables) {
    Environment environment = Environment.of(variables);
    return assertThrows(
            StartupException.class,
            () -> {
              environment.text("DM_PORT");
              environment.text("DM_HOST");
              environment.secret("DM_JWT_SECRET");
              environment.refuseUnknown();
            })
        .getMessage();
  }

  @ParameterizedTest
  @CsvSource({
    "DM_PROT,DM_PORT",
    "DM_PORTS,DM_PORT",
    "DM_HOTS,DM_HOST",
    "DM_JWT_SECRT,DM_JWT_SECRET",
    "DM_JWT_SECRET_FLIE,DM_JWT_SECRET_FILE"
  })
  void a_misspelt_setting_brings_the_one_that_was_meant(String wrong, String meant) {
    String said = refusal(Map.of(wrong, "8080"));
    assertTrue(said.startsWith(wrong + " is unknown; did you mean " + meant + "?"), said);
  }

  @Test
  void a_setting_like_no_other_brings_no_guess() {
    assertFalse(refusal(Map.of("DM_COFFEE_MACHINE", "on")).contains("did you mean"));
  }

  @Test
  void a_secret_may_stand_in_a_file_of_its_own() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "of the file\n");
    Environment environment = Environment.of(Map.of("DM_JWT_SECRET_FILE", file.toString()));
    assertEquals("of the file", environment.secret("DM_JWT_SECRET").orElseThrow().value());
    environment.refuseUnknown();
  }

  @Test
  void a_secret_s_file_that_is_missing_empty_or_one_too_many_is_refused_by_name()
      throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    String name = "DM_JWT_SECRET_FILE";
    assertTrue(refusal(Map.of(name, "/no/such")).startsWith(name));
    assertTrue(refusal(Map.of(name, empty.toString())).startsWith(name));
    String both = refusal(Map.of(name, empty.toString(), "DM_JWT_SECRET", "hunter2"));
    assertTrue(both.contains(name) && !both.contains("hunter2"), both);
  }

  @Test
  void a_plain_setting_has_no_file() {
    assertTrue(refusal(Map.of("DM_PORT_FILE", "/tmp/x")).contains("DM_PORT_FILE is unknown"));
  }

  @Test
  void printed_settings_hide_secrets_and_what_addresses_hold() {
    Environment environment =
        Environment.of(
            Map.of(
                "DM_JWT_SECRET", "hunter2",
                "DM_JWKS_URL", "https://maya:hunter2@host/keys?key=hunter2",
                "DM_PORT", "8081"));
    environment.secret("DM_JWT_SECRET");
    environment.text("DM_JWKS_URL");
    environment.number("DM_PORT", 8080, 0, 9000);
    environment.text("DM_HOST", "127.0.0.1");
    String all = String.join("\n", environment.lines());
    assertFalse(all.contains("hunter2") || all.contains("maya"), all);
    assertTrue(all.contains("DM_JWT_SECRET=***"), all);
    assertTrue(all.contains("DM_JWKS_URL=https://********@host/keys?********"), all);
    assertTrue(all.contains("\nDM_PORT=8081\n# DM_HOST=127.0.0.1"), all);
  }
}
