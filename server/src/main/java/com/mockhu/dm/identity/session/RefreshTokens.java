package com.mockhu.dm.identity.session;

import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.HttpLimits;
import com.mockhu.dm.platform.limit.RateLimits;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Rotation of refresh tokens (RFC 9700 §4.14, behaviour §2.4). Each token works once. A second use
 * means that two parties hold it, and the server cannot tell which one is the thief: the session
 * ends, and the tokens issued at the first use end with it.
 */
public final class RefreshTokens {
  /**
   * The lock makes concurrent uses of one token wait for each other, and the later one sees the
   * earlier.
   */
  private static final String FIND =
      """
      SELECT r.session_id, s.user_id, r.expires_at, r.used_at,
             (SELECT disabled_at IS NOT NULL FROM users WHERE id = s.user_id) AS is_disabled
      FROM refresh_tokens r JOIN sessions s ON s.user_id = r.user_id AND s.id = r.session_id
      WHERE r.hash = ? FOR UPDATE
      """;

  private final Database database;
  private final Clock clock;
  private final Sessions sessions;
  private final RateLimits limits;

  public RefreshTokens(Database database, Clock clock, Sessions sessions, RateLimits limits) {
    this.limits = limits;
    this.database = database;
    this.clock = clock;
    this.sessions = sessions;
  }

  private record Found(
      UUID sessionId, UUID userId, Instant expiresAt, Instant usedAt, boolean isDisabled) {}

  /**
   * @throws ApiException {@code unauthorized} for a token that is unknown, expired or used before;
   *     {@code account_disabled}; {@code rate_limited}
   */
  public IssuedSession rotate(String token) {
    byte[] hash = OpaqueToken.hash(token);
    // Thrown after the commit: an exception inside would roll back the end of the session.
    return database
        .transaction(t -> rotated(t, hash))
        .orElseThrow(() -> ApiException.unauthorized("The refresh token is not valid."));
  }

  /** Ends the session of the token if it belongs to the person. */
  public void revoke(Transaction t, String token, UUID userId) throws SQLException {
    Optional<Found> found = find(t, OpaqueToken.hash(token));
    if (found.isPresent()) {
      sessions.close(t, found.get().sessionId, userId);
    }
  }

  private Optional<IssuedSession> rotated(Transaction t, byte[] hash) throws SQLException {
    Optional<Found> found = find(t, hash);
    if (found.isEmpty() || !found.get().expiresAt.isAfter(clock.instant())) {
      return Optional.empty();
    }
    Found known = found.get();
    if (known.usedAt != null) {
      sessions.close(t, known.sessionId, known.userId);
      return Optional.empty();
    }
    if (known.isDisabled) {
      // The token stays unused: the person is still signed in once the account is enabled again.
      throw Accounts.disabled();
    }
    // Before the token is used: a person over the limit tries again with the same token.
    limits.charge(HttpLimits.REQUESTS_PER_MINUTE, known.userId);
    return Optional.of(next(t, hash, known));
  }

  private IssuedSession next(Transaction t, byte[] hash, Found found) throws SQLException {
    Instant now = clock.instant();
    t.update(
        "DELETE FROM refresh_tokens WHERE user_id = ? AND session_id = ? AND expires_at < ?",
        found.userId,
        found.sessionId,
        now);
    t.update(
        "UPDATE refresh_tokens SET used_at = ? WHERE user_id = ? AND hash = ?",
        now,
        found.userId,
        hash);
    String next = sessions.addToken(t, found.sessionId, found.userId);
    return new IssuedSession(found.sessionId, found.userId, next);
  }

  private static Optional<Found> find(Transaction t, byte[] hash) throws SQLException {
    return t.first(FIND, RefreshTokens::found, hash);
  }

  private static Found found(Row row) throws SQLException {
    return new Found(
        row.uuid("session_id"),
        row.uuid("user_id"),
        row.instant("expires_at"),
        row.instant("used_at"),
        row.truth("is_disabled"));
  }
}
