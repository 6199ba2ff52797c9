package com.mockhu.dm.identity.signin;

import com.mockhu.dm.identity.password.GuessLimit;
import com.mockhu.dm.identity.password.Passwords;
import com.mockhu.dm.identity.session.RefreshTokens;
import com.mockhu.dm.identity.session.Session;
import com.mockhu.dm.identity.session.Sessions;
import com.mockhu.dm.people.account.AccountStates;
import com.mockhu.dm.people.name.Usernames;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.limit.RateLimit;
import com.mockhu.dm.platform.limit.RateLimits;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Sign-in, renewal and sign-out of the built-in mode. */
public final class SignIn {
  /** High enough for a school behind one address. */
  public static final RateLimit SIGN_INS_PER_ADDRESS_PER_MINUTE =
      new RateLimit("sign_ins_per_address_per_minute", 30);

  private final Database database;
  private final Passwords passwords;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final RateLimits limits;
  private final GuessLimit guesses;

  public SignIn(
      Database database,
      Passwords passwords,
      Sessions sessions,
      RefreshTokens refreshTokens,
      RateLimits limits,
      GuessLimit guesses) {
    this.database = database;
    this.passwords = passwords;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.limits = limits;
    this.guesses = guesses;
  }

  private record Credentials(UUID userId, String passwordHash) {}

  /** A password that was replaced, or an account disabled, meanwhile opens nothing. */
  private static final String STILL_GOOD =
      """
      SELECT disabled_at IS NOT NULL AS is_disabled FROM users
       WHERE id = ? AND password_hash = ? FOR SHARE
      """;

  /**
   * Takes as long for somebody who does not exist. That an account is disabled is told only to
   * those who know its password.
   *
   * @throws ApiException {@code unauthorized}, {@code account_disabled}, {@code rate_limited}
   */
  Session login(String username, String password, String address) {
    String key = Usernames.key(username);
    limits.charge(SIGN_INS_PER_ADDRESS_PER_MINUTE, address);
    guesses.admit(key, address);
    Optional<Credentials> found = database.read(t -> credentials(t, key));
    boolean isRight =
        passwords.isCorrect(password, found.map(Credentials::passwordHash).orElse(null));
    if (!isRight || found.isEmpty()) {
      guesses.failed(key);
      throw wrong();
    }
    return database.transaction(t -> opened(t, found.get()));
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

  Session refresh(String refreshToken) {
    return refreshTokens.rotate(refreshToken);
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
}
