package com.mockhu.dm.account;

import com.mockhu.dm.account.password.Passwords;
import com.mockhu.dm.account.token.TokenIssuer;
import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.Limit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sign-up, sign-in, renewal and sign-out of the built-in mode. */
final class SignIn {
  private static final int LONGEST_KEY = 64;

  private final Database database;
  private final Passwords passwords;
  private final TokenIssuer issuer;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final PersonWriter writer;
  private final Accounts accounts;
  private final RateLimits limits;

  SignIn(
      Database database,
      Passwords passwords,
      TokenIssuer issuer,
      Sessions sessions,
      RefreshTokens refreshTokens,
      PersonWriter writer,
      Accounts accounts,
      RateLimits limits) {
    this.database = database;
    this.passwords = passwords;
    this.issuer = issuer;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.writer = writer;
    this.accounts = accounts;
    this.limits = limits;
  }

  private record Credentials(UUID userId, String passwordHash) {}

  /**
   * A refused one counts as well once it has cost a hash.
   *
   * @throws ApiException {@code username_taken}, {@code rate_limited}
   */
  SignedIn register(String username, String fullName, String password, String address) {
    Person person =
        new Person(
            Ids.next(),
            ProfileRules.username(username),
            ProfileRules.fullName(fullName),
            null,
            List.of());
    String checked = ProfileRules.password(password);
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
   * Takes as long for somebody who does not exist.
   *
   * @throws ApiException {@code unauthorized}, {@code rate_limited}
   */
  SignedIn login(String username, String password, String address) {
    String key = username.toLowerCase(Locale.ROOT);
    limits.charge(Limit.SIGN_INS_PER_ADDRESS_PER_MINUTE, address);
    limits.charge(Limit.SIGN_INS_PER_MINUTE, key.substring(0, Math.min(LONGEST_KEY, key.length())));
    Optional<Credentials> found = database.read(t -> credentials(t, key));
    boolean isRight =
        passwords.matches(password, found.map(Credentials::passwordHash).orElse(null));
    if (!isRight || found.isEmpty()) {
      throw ApiException.unauthorized("Wrong username or password.");
    }
    return signedIn(database.transaction(t -> sessions.open(t, found.get().userId)));
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
