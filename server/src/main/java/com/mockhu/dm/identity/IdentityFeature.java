package com.mockhu.dm.identity;

import com.mockhu.dm.identity.password.ChangePassword;
import com.mockhu.dm.identity.password.GuessLimit;
import com.mockhu.dm.identity.password.PasswordEndpoints;
import com.mockhu.dm.identity.password.PasswordRules;
import com.mockhu.dm.identity.password.Passwords;
import com.mockhu.dm.identity.session.AccessCheck;
import com.mockhu.dm.identity.session.OpaqueToken;
import com.mockhu.dm.identity.session.RefreshTokens;
import com.mockhu.dm.identity.session.SessionEndpoints;
import com.mockhu.dm.identity.session.SessionListener;
import com.mockhu.dm.identity.session.SessionListeners;
import com.mockhu.dm.identity.session.Sessions;
import com.mockhu.dm.identity.session.Tickets;
import com.mockhu.dm.identity.session.TokenAuthenticator;
import com.mockhu.dm.identity.signin.AuthEndpoints;
import com.mockhu.dm.identity.signin.SignIn;
import com.mockhu.dm.identity.signin.SignInResponses;
import com.mockhu.dm.identity.signin.SignUp;
import com.mockhu.dm.identity.token.TokenIssuer;
import com.mockhu.dm.identity.token.TokenVerifier;
import com.mockhu.dm.people.PeopleFeature;
import com.mockhu.dm.platform.config.ConfigPart;
import com.mockhu.dm.platform.contribution.Contribution;
import com.mockhu.dm.platform.contribution.Contributions;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.health.Check;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.http.RouteSource;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Builds sign-in, sessions, tokens and passwords. */
public final class IdentityFeature {
  public static final List<Limit> LIMITS =
      List.of(
          GuessLimit.SIGN_INS_PER_MINUTE,
          SignIn.SIGN_INS_PER_ADDRESS_PER_MINUTE,
          SignUp.REGISTRATIONS_PER_ADDRESS_PER_MINUTE);

  public static final List<Reason> REASONS =
      List.of(
          SignUp.USERNAME_RESERVED,
          PasswordRules.PASSWORD_LENGTH,
          PasswordRules.PASSWORD_CHARACTERS,
          AuthEndpoints.SIGN_IN_ELSEWHERE);

  /** Each hash takes a core for some 30 ms: a burst of sign-ins must leave room for messages. */
  private static final int HASHES_AT_ONCE =
      Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final IdentitySettings settings;
  private final SessionListeners listeners = new SessionListeners();
  private final TokenVerifier verifier;
  private final Tickets tickets;
  private final TokenAuthenticator authenticator;
  private final AccessCheck access;
  private final AuthEndpoints auth;
  private final SessionEndpoints sessionEndpoints;
  private final PasswordEndpoints passwordEndpoints;

  /** How passwords are hashed, and how fast they may be guessed. */
  record PasswordTools(Passwords passwords, GuessLimit guesses) {}

  /** Generates the signing secret in the data folder when one is needed and missing. */
  public IdentityFeature(
      Database database,
      IdentitySettings settings,
      PeopleFeature people,
      RateLimits limits,
      Clock clock) {
    this(
        database,
        settings,
        people,
        limits,
        clock,
        new PasswordTools(
            new Passwords(HASHES_AT_ONCE, Passwords.MEMORY_KIB), GuessLimit.system(limits)));
  }

  IdentityFeature(
      Database database,
      IdentitySettings settings,
      PeopleFeature people,
      RateLimits limits,
      Clock clock,
      PasswordTools tools) {
    this.settings = settings;
    tickets = new Tickets(database, clock);
    access = new AccessCheck(database);
    verifier = new TokenVerifier(settings.sharedSecret(), settings.jwks(), settings.rules(), clock);
    Sessions sessions =
        new Sessions(database, clock, settings.refreshLifetime(), listeners, System::nanoTime);
    authenticator =
        new TokenAuthenticator(settings.identity(), verifier, people.accounts(), sessions);
    sessionEndpoints = new SessionEndpoints(database, people.accounts(), sessions);
    passwordEndpoints =
        new PasswordEndpoints(
            settings.identity(),
            new ChangePassword(
                database, tools.passwords, sessions, people.accounts(), tools.guesses));
    auth =
        new AuthEndpoints(
            settings.identity(),
            new SignUp(
                database, settings.names(), tools.passwords, people.writer(), sessions, limits),
            new SignIn(
                database,
                tools.passwords,
                sessions,
                new RefreshTokens(database, clock, sessions, limits),
                limits,
                tools.guesses),
            new SignInResponses(people.accounts(), issuer(clock)),
            tickets);
  }

  public TokenAuthenticator authenticator() {
    return authenticator;
  }

  public Tickets tickets() {
    return tickets;
  }

  public AccessCheck access() {
    return access;
  }

  public Contribution contribution() {
    return new Contribution()
        .add(ConfigPart.class, new ConfigPart("account", AccountConfig.of(settings)))
        .add(RouteSource.class, auth::addTo)
        .add(RouteSource.class, sessionEndpoints::addTo)
        .add(RouteSource.class, passwordEndpoints::addTo)
        .addAll(Dependency.class, keys().stream().toList());
  }

  public void connect(Contributions all) {
    all.take(SessionListener.class).forEach(listeners::add);
  }

  /** In the external mode, the health of the keys with which the host application signs. */
  private Optional<Dependency> keys() {
    if (settings.isWithoutKeys()) {
      return Optional.of(new Dependency("keys", false, FRESH, () -> "generated"));
    }
    Check check = () -> verifier.areKeysThere() ? Dependency.OK : Dependency.DOWN;
    return settings.jwks().map(source -> new Dependency("keys", false, FRESH, check));
  }

  private TokenIssuer issuer(Clock clock) {
    return new TokenIssuer(
        // The external mode issues no tokens: a random secret avoids writing one to the data
        // folder.
        settings.sharedSecret().orElseGet(() -> new Secret(OpaqueToken.next())),
        settings.rules(),
        clock,
        settings.accessLifetime());
  }
}
