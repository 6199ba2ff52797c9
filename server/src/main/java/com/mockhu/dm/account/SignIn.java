package com.mockhu.dm.account;

import com.mockhu.dm.account.name.FullNames;
import com.mockhu.dm.account.name.NameSettings;
import com.mockhu.dm.account.name.Username;
import com.mockhu.dm.account.name.Usernames;
import com.mockhu.dm.account.password.GuessLimit;
import com.mockhu.dm.account.password.PasswordRules;
import com.mockhu.dm.account.password.Passwords;
import com.mockhu.dm.account.token.TokenIssuer;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.error.ErrorCode;
import com.mockhu.dm.platform.error.Reason;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sign-up, sign-in, renewal and sign-out of the built-in mode. */
final class SignIn {
  private final Database database;
  private final NameSettings names;
  private final Passwords passwords;
  private final TokenIssuer issuer;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final PersonWriter writer;
  private final Accounts accounts;
  private final RateLimits limits;
  private final GuessLimit guesses;

  SignIn(
      Database database,
      NameSettings names,
      Passwords passwords,
      TokenIssuer issuer,
      Sessions sessions,
      RefreshTokens refreshTokens,
      PersonWriter writer,
      Accounts accounts,
      RateLimits limits,
      GuessLimit guesses) {
    this.database = database;
    this.names = names;
    this.guesses = guesses;
    this.passwords = passwords;
    this.issuer = issuer;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.writer = writer;
    this.accounts = accounts;
    this.limits = limits;
  }

  private record Credentials(UUID userId, String passwordHash) {}

  /** A password that was replaced, or an account disabled, meanwhile opens nothing. */
  private static final String STILL_GOOD =
      """
      SELECT disabled_at IS NOT NULL AS is_disabled FROM users
       WHERE id = ? AND password_hash = ? FOR SHARE
      """;

  /**
   * A refused one counts as well once it has cost a hash.
   *
   * @throws ApiException {@code username_taken}, {@code rate_limited}
   */
  SignedIn register(String username, String fullName, String password, String address) {
    Username name = names.usernames().check(username);
    Person person = new Person(Ids.next(), name, FullNames.check(fullName), null, List.of(), false);
    String checked = PasswordRules.check(password, "password");
    if (names.reserved().has(name)) {
      throw ApiException.refused(
          ErrorCode.USERNAME_TAKEN, Reason.USERNAME_RESERVED, "This username is reserved.");
    }
    limits.charge(Limit.REGISTRATIONS_PER_ADDRESS_PER_MINUTE, address);
    String hash = passwords.hash(checked);
    return signedIn(
        database.transaction(
            t -> {
              writer.signUp(t, person, hash);
              return sessions.open(t, person.id());
            }));
  }

  /**
   * Takes as long for somebody who does not exist. That an account is disabled is told only to
   * those who know its password.
   *
   * @throws ApiException {@code unauthorized}, {@code account_disabled}, {@code rate_limited}
   */
  SignedIn login(String username, String password, String address) {
    String key = Usernames.key(username);
    limits.charge(Limit.SIGN_INS_PER_ADDRESS_PER_MINUTE, address);
    guesses.admit(key, address);
    Optional<Credentials> found = database.read(t -> credentials(t, key));
    boolean isRight =
        passwords.isCorrect(password, found.map(Credentials::passwordHash).orElse(null));
    if (!isRight || found.isEmpty()) {
      guesses.failed(key);
      throw wrong();
    }
    return signedIn(database.transaction(t -> opened(t, found.get())));
  }

  private Session opened(Transaction t, Credentials proved) throws SQLException {
    boolean isDisabled =
        t.first(STILL_GOOD, row -> row.truth("is_disabled"), proved.userId, proved.passwordHash)
            .orElseThrow(SignIn::wrong);
    if (isDisabled) {
      throw AccountStates.disabled();
    }
    return sessions.open(t, proved.userId);
  }

  private static ApiException wrong() {
    return ApiException.unauthorized("Wrong username or password.");
  }

  SignedIn refresh(String refreshToken) {
    return signedIn(refreshTokens.rotate(refreshToken));
  }

  /** Either may be null: a token of the host has no session, and the body is optional. */
  void logout(UUID userId, UUID sessionId, String refreshToken) {
    database.transaction(
        t -> {
          if (refreshToken != null) {
            refreshTokens.revoke(t, refreshToken, userId);
          }
          if (sessionId != null) {
            sessions.close(t, sessionId, userId);
          }
          return null;
        });
  }

  private static Optional<Credentials> credentials(Transaction t, String username)
      throws SQLException {
    // U+0000 is no text to PostgreSQL, and nobody's name.
    String searched = username.indexOf(0) < 0 ? username : "";
    return t.first(
        "SELECT id, password_hash FROM users WHERE username = ?",
        row -> new Credentials(row.uuid("id"), row.text("password_hash")),
        searched);
  }

  private SignedIn signedIn(Session session) {
    return new SignedIn(
        accounts.require(session.userId()).view(),
        issuer.issue(session.userId(), session.id()),
        session.refreshToken(),
        "Bearer",
        issuer.lifetime().toSeconds());
  }
}
