package com.mockhu.dm.identity.signin;

import com.mockhu.dm.identity.password.GuessLimit;
import com.mockhu.dm.identity.password.PasswordSql;
import com.mockhu.dm.identity.password.Passwords;
import com.mockhu.dm.identity.session.IssuedSession;
import com.mockhu.dm.identity.session.RefreshTokens;
import com.mockhu.dm.identity.session.Sessions;
import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.people.account.UsernameSql;
import com.mockhu.dm.people.name.UsernameRules;
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

  /**
   * Takes the same time when there is no such account. Reports that an account is disabled only to
   * callers who know its password.
   *
   * @throws ApiException {@code unauthorized}, {@code account_disabled}, {@code rate_limited}
   */
  IssuedSession login(String username, String password, String address) {
    String key = UsernameRules.key(username);
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

  private IssuedSession opened(Transaction t, Credentials proved) throws SQLException {
    boolean isDisabled =
        PasswordSql.isDisabled(t, proved.userId, proved.passwordHash).orElseThrow(SignIn::wrong);
    if (isDisabled) {
      throw Accounts.disabled();
    }
    return sessions.open(t, proved.userId);
  }

  private static ApiException wrong() {
    return ApiException.unauthorized("Wrong username or password.");
  }

  IssuedSession refresh(String refreshToken) {
    return refreshTokens.rotate(refreshToken);
  }

  /** {@code sessionId} is null for tokens of the host; {@code refreshToken} is optional. */
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
    // PostgreSQL refuses U+0000 in text; no name contains it.
    Optional<UUID> userId =
        username.indexOf(0) < 0 ? UsernameSql.holder(t, username) : Optional.empty();
    if (userId.isEmpty()) {
      return Optional.empty();
    }
    return PasswordSql.hash(t, userId.get()).map(hash -> new Credentials(userId.get(), hash));
  }
}
