package com.mockhu.dm.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mockhu.dm.identity.session.IdentityMode;
import com.mockhu.dm.identity.token.TokenRules;
import com.mockhu.dm.people.name.ProfileOwner;
import com.mockhu.dm.people.name.UsernameRules;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentitySettingsTest {
  private static IdentitySettings read(Map<String, String> variables) {
    return IdentitySettings.from(Environment.of(variables));
  }

  @Test
  void by_default_people_sign_up_here() {
    IdentitySettings settings = read(Map.of());
    assertEquals(
        new IdentitySettings(
            IdentityMode.BUILTIN,
            Optional.empty(),
            new TokenRules(List.of("mockhu"), Optional.empty()),
            Optional.empty(),
            Duration.ofMinutes(15),
            Duration.ofDays(30),
            Path.of("./data"),
            settings.names()),
        settings);
    assertEquals(UsernameRules.STRICT, settings.names().usernames());
    assertEquals(ProfileOwner.OWN, settings.names().profiles());
  }

  @Test
  void every_setting_arrives_where_it_belongs() {
    IdentitySettings settings =
        read(
            Map.of(
                "DM_IDENTITY", "external",
                "DM_JWT_SECRET", TestNode.SECRET,
                "DM_JWT_ISSUER", "host",
                "DM_JWT_AUDIENCE", "dm",
                "DM_JWKS_URL", "https://host.example/keys",
                "DM_ACCESS_TOKEN_SECONDS", "60",
                "DM_REFRESH_TOKEN_DAYS", "7",
                "DM_DATA_DIR", "/var/lib/dm"));
    assertEquals(IdentityMode.EXTERNAL, settings.identity());
    assertEquals(TestNode.SECRET, settings.secret().orElseThrow().value());
    assertEquals(new TokenRules(List.of("host"), Optional.of("dm")), settings.rules());
    assertEquals(Optional.of(URI.create("https://host.example/keys")), settings.jwks());
    assertEquals(Duration.ofMinutes(1), settings.accessLifetime());
    assertEquals(Duration.ofDays(7), settings.refreshLifetime());
    assertEquals(Path.of("/var/lib/dm"), settings.dataFolder());
    assertFalse(settings.toString().contains(TestNode.SECRET));
  }

  @Test
  void the_issuer_of_an_external_host_is_checked_only_when_it_is_set() {
    assertTrue(read(Map.of("DM_IDENTITY", "external")).rules().issuers().isEmpty());
  }

  @Test
  void several_issuers_may_be_named_and_the_first_is_the_server_s_own() {
    TokenRules rules = read(Map.of("DM_JWT_ISSUER", "mockhu, https://campus.example")).rules();
    assertEquals(List.of("mockhu", "https://campus.example"), rules.issuers());
    assertThrows(StartupException.class, () -> read(Map.of("DM_JWT_ISSUER", " , ")));
  }

  @Test
  void the_host_owns_profiles_in_the_external_mode_unless_it_says_otherwise() {
    Map<String, String> external = new HashMap<>(Map.of("DM_IDENTITY", "external"));
    assertEquals(ProfileOwner.HOST, read(external).names().profiles());
    external.put("DM_PROFILES", "own");
    assertEquals(ProfileOwner.OWN, read(external).names().profiles());
  }

  @Test
  void remote_keys_count_in_the_external_mode_only() {
    assertTrue(read(Map.of("DM_JWKS_URL", "http://h/k")).jwks().isEmpty());
  }

  @Test
  void bad_values_stop_the_start_and_name_the_setting() {
    Map<String, String> bad = new HashMap<>();
    bad.put("DM_IDENTITY", "both");
    bad.put("DM_JWT_SECRET", "short");
    bad.put("DM_JWKS_URL", "file:///etc/passwd");
    bad.put("DM_ACCESS_TOKEN_SECONDS", "59");
    bad.put("DM_REFRESH_TOKEN_DAYS", "never");
    bad.forEach(
        (name, value) -> {
          Map<String, String> one = Map.of(name, value);
          String sentence = assertThrows(StartupException.class, () -> read(one)).getMessage();
          assertTrue(sentence.contains(name), sentence);
          assertFalse(sentence.contains("short"), sentence);
        });
    for (String url : List.of("keys", "http://", "http:/x", "::")) {
      assertThrows(StartupException.class, () -> read(Map.of("DM_JWKS_URL", url)));
    }
  }

  @Test
  void without_a_secret_one_is_made_and_kept(@TempDir Path folder) {
    IdentitySettings settings = read(Map.of("DM_DATA_DIR", folder.toString()));
    assertEquals(settings.signingSecret(), settings.signingSecret());
    assertTrue(folder.resolve("secrets/jwt").toFile().isFile());
  }

  @Test
  void with_remote_keys_alone_no_shared_secret_counts(@TempDir Path folder) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DM_IDENTITY", "external");
    variables.put("DM_DATA_DIR", folder.toString());
    assertTrue(read(variables).sharedSecret().isPresent());
    variables.put("DM_JWKS_URL", "https://host.example/keys");
    assertTrue(read(variables).sharedSecret().isEmpty());
  }
}
