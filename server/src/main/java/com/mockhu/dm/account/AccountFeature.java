package com.mockhu.dm.account;

import com.mockhu.dm.account.password.GuessLimit;
import com.mockhu.dm.account.password.Passwords;
import com.mockhu.dm.account.token.TokenIssuer;
import com.mockhu.dm.account.token.TokenVerifier;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.health.Check;
import com.mockhu.dm.platform.health.Dependencies;
import com.mockhu.dm.platform.health.Dependency;
import com.mockhu.dm.platform.http.Routes;
import com.mockhu.dm.platform.limit.RateLimits;
import com.mockhu.dm.platform.settings.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The feature, put together. */
public final class AccountFeature {
  /** Each hash takes a core for some 30 ms: a burst of sign-ins must leave room for messages. */
  private static final int HASHES_AT_ONCE =
      Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Database database;
  private final AccountSettings settings;
  private final TokenVerifier verifier;
  private final AccountListeners listeners = new AccountListeners();
  private final Accounts accounts;
  private final Follows follows;
  private final Sessions sessions;
  private final Tickets tickets;
  private final PersonWriter writer;
  private final TokenAuthenticator authenticator;
  private final Registration registration;
  private final SignIn signIn;
  private final SessionAnswers answers;
  private final PasswordChange passwordChange;
  private final AccountStates states;
  private final AccessCheck access;
  private final RateLimits limits;

  /** Makes the signing secret in the data folder when it is needed and not there. */
  public AccountFeature(
      Database database, AccountSettings settings, RateLimits limits, Clock clock) {
    this(
        database,
        settings,
        limits,
        clock,
        new Passwords(HASHES_AT_ONCE, Passwords.MEMORY_KIB),
        GuessLimit.system(limits));
  }

  /** As the other one, where passwords cost what they are said to. */
  AccountFeature(
      Database database,
      AccountSettings settings,
      RateLimits limits,
      Clock clock,
      Passwords passwords,
      GuessLimit guesses) {
    LongSupplier nanos = System::nanoTime;
    this.database = database;
    this.settings = settings;
    this.limits = limits;
    this.accounts = new Accounts(database, nanos);
    this.follows = new Follows(database, accounts);
    this.tickets = new Tickets(database, clock);
    this.writer = new PersonWriter(accounts, listeners);
    this.sessions = new Sessions(database, clock, settings.refreshLifetime(), listeners, nanos);
    this.verifier =
        new TokenVerifier(settings.sharedSecret(), settings.jwks(), settings.rules(), clock);
    this.authenticator = new TokenAuthenticator(settings.identity(), verifier, accounts, sessions);
    this.registration =
        new Registration(database, settings.names(), passwords, writer, sessions, limits);
    this.signIn =
        new SignIn(
            database,
            passwords,
            sessions,
            new RefreshTokens(database, clock, sessions, limits),
            limits,
            guesses);
    this.answers = new SessionAnswers(accounts, issuer(clock));
    this.passwordChange = new PasswordChange(database, passwords, sessions, accounts, guesses);
    this.states = new AccountStates(database, accounts, listeners, clock);
    this.access = new AccessCheck(database);
  }

  public Accounts accounts() {
    return accounts;
  }

  public Follows follows() {
    return follows;
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

  public AccountListeners listeners() {
    return listeners;
  }

  public void addRoutes(
      Routes routes, Visibility visibility, PresenceView presence, AvatarPictures pictures) {
    new AccountRoutes(
            new AuthEndpoints(settings.identity(), registration, signIn, answers, tickets),
            new ProfileEndpoints(
                accounts,
                new Profiles(database, accounts, writer, listeners),
                pictures,
                settings.names().profiles(),
                limits),
            new PeopleEndpoints(
                accounts, new PeopleSearch(database, accounts, visibility), follows, presence),
            new DirectoryEndpoints(
                new Directory(database, writer, settings.names().usernames()),
                new AccountDeletion(database, accounts, listeners),
                follows,
                accounts),
            new AdminEndpoints(database, states, sessions),
            new PasswordEndpoints(settings.identity(), passwordChange))
        .addTo(routes);
  }

  /** In the external mode: the keys that the host application signs with. */
  public void addDependencies(Dependencies dependencies) {
    if (settings.isWithoutKeys()) {
      dependencies.add(new Dependency("keys", false, FRESH, () -> "generated"));
    } else if (settings.jwks().isPresent()) {
      Check look = () -> verifier.areKeysThere() ? Dependency.OK : Dependency.DOWN;
      dependencies.add(new Dependency("keys", false, FRESH, look));
    }
  }

  private TokenIssuer issuer(Clock clock) {
    return new TokenIssuer(
        // Where nobody signs in, a secret that no one accepts leaves the data folder alone.
        settings.sharedSecret().orElseGet(() -> new Secret(OpaqueToken.next())),
        settings.rules(),
        clock,
        settings.accessLifetime());
  }
}
