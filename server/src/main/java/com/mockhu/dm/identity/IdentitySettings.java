package com.mockhu.dm.identity;

import com.mockhu.dm.identity.session.IdentityMode;
import com.mockhu.dm.identity.token.TokenRules;
import com.mockhu.dm.people.name.NameSettings;
import com.mockhu.dm.people.name.ProfileOwner;
import com.mockhu.dm.platform.StartupException;
import com.mockhu.dm.platform.settings.Environment;
import com.mockhu.dm.platform.settings.GeneratedSecret;
import com.mockhu.dm.platform.settings.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings of identity (docs/settings.md).
 *
 * @param secret {@code DM_JWT_SECRET}, at least 32 bytes; empty means generated
 * @param rules the built-in mode always checks the issuer, the external mode only when it is set
 * @param jwks {@code DM_JWKS_URL}; used only in the external mode
 * @param accessLifetime 1 minute to 1 day
 * @param refreshLifetime 1 day to 1 year, from the last refresh
 * @param dataFolder where a generated secret is kept
 * @param names rules on names, and who may change profiles
 */
public record IdentitySettings(
    IdentityMode identity,
    Optional<Secret> secret,
    TokenRules rules,
    Optional<URI> jwks,
    Duration accessLifetime,
    Duration refreshLifetime,
    Path dataFolder,
    NameSettings names) {
  private static final String ISSUER = "mockhu";
  private static final int LEAST_SECRET_BYTES = 32;
  private static final Set<String> WEB = Set.of("http", "https");

  public static IdentitySettings from(Environment environment) {
    IdentityMode identity = environment.choice("DM_IDENTITY", IdentityMode.BUILTIN);
    Optional<URI> jwks = environment.text("DM_JWKS_URL").map(IdentitySettings::address);
    return new IdentitySettings(
        identity,
        environment.secret("DM_JWT_SECRET").map(IdentitySettings::checked),
        new TokenRules(issuers(environment, identity), environment.text("DM_JWT_AUDIENCE")),
        identity == IdentityMode.EXTERNAL ? jwks : Optional.empty(),
        Duration.ofSeconds(environment.number("DM_ACCESS_TOKEN_SECONDS", 900, 60, 86_400)),
        Duration.ofDays(environment.number("DM_REFRESH_TOKEN_DAYS", 30, 1, 365)),
        Path.of(environment.text("DM_DATA_DIR", "./data")),
        NameSettings.from(environment, usualOwner(identity)));
  }

  /** Whether the generated secret is the only key with which the host application can sign. */
  public boolean isWithoutKeys() {
    return identity == IdentityMode.EXTERNAL && secret.isEmpty() && jwks.isEmpty();
  }

  /** Empty when only the keys at {@code DM_JWKS_URL} are accepted. */
  Optional<Secret> sharedSecret() {
    boolean isRemoteOnly = secret.isEmpty() && jwks.isPresent();
    return isRemoteOnly ? Optional.empty() : Optional.of(signingSecret());
  }

  /** Generated in the data folder when none is set. */
  Secret signingSecret() {
    return secret.orElseGet(() -> GeneratedSecret.in(dataFolder.resolve("secrets"), "jwt"));
  }

  /** In the external mode, a change made here would be overwritten by the host's next push. */
  private static ProfileOwner usualOwner(IdentityMode identity) {
    return switch (identity) {
      case BUILTIN -> ProfileOwner.OWN;
      case EXTERNAL -> ProfileOwner.HOST;
    };
  }

  private static List<String> issuers(Environment environment, IdentityMode identity) {
    Optional<List<String>> chosen = environment.text("DM_JWT_ISSUER").map(IdentitySettings::words);
    return switch (identity) {
      case BUILTIN -> chosen.orElse(List.of(ISSUER));
      case EXTERNAL -> chosen.orElse(List.of());
    };
  }

  private static List<String> words(String list) {
    List<String> words =
        Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      throw new StartupException("DM_JWT_ISSUER must name at least one issuer.");
    }
    return words;
  }

  private static Secret checked(Secret secret) {
    if (secret.bytes().length < LEAST_SECRET_BYTES) {
      throw new StartupException("DM_JWT_SECRET must have at least 32 bytes.");
    }
    return secret;
  }

  private static URI address(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && WEB.contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw notWeb();
    }
    throw notWeb();
  }

  private static StartupException notWeb() {
    return new StartupException("DM_JWKS_URL must be an http or https URL.");
  }
}
