package com.mockhu.dm.identity.session;

import com.mockhu.dm.people.account.Accounts;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import com.mockhu.dm.platform.http.Caller;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * One-time tickets for opening a socket where no header can be set (behaviour §7). They end with
 * their session, and work at every server.
 */
public final class Tickets {
  private static final Duration LIFETIME = Duration.ofSeconds(30);

  /** Inserts nothing when another server has just ended the session. */
  private static final String ISSUE =
      """
      INSERT INTO socket_tickets
          (hash, user_id, session_id, is_service, token_expires_at, expires_at)
      SELECT ?, u.id, s.id, ?, ?, ? FROM users u
      LEFT JOIN sessions s ON s.user_id = u.id AND s.id = ?::uuid
      WHERE u.id = ? AND s.id IS NOT DISTINCT FROM ?::uuid
      """;

  private static final String REDEEM =
      """
      DELETE FROM socket_tickets WHERE hash = ?
      RETURNING user_id, session_id, is_service, token_expires_at, expires_at,
                (SELECT disabled_at IS NOT NULL FROM users WHERE id = user_id) AS is_disabled
      """;

  private static final String SWEEP =
      """
      DELETE FROM socket_tickets WHERE (user_id, hash) IN (
        SELECT user_id, hash FROM socket_tickets WHERE expires_at < ? ORDER BY expires_at LIMIT 50
        FOR UPDATE SKIP LOCKED)
      """;

  private final Database database;
  private final Clock clock;

  public Tickets(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The response; {@code expiresIn} in seconds. */
  record Ticket(String ticket, long expiresIn) {}

  private record Stored(Caller caller, Instant expiresAt, boolean isDisabled) {}

  public Ticket issue(Caller caller) {
    String ticket = OpaqueToken.next();
    if (database.transaction(t -> store(t, OpaqueToken.hash(ticket), caller)) == 0) {
      throw ApiException.unauthorized("The token's session has ended.");
    }
    return new Ticket(ticket, LIFETIME.toSeconds());
  }

  private int store(Transaction t, byte[] hash, Caller caller) throws SQLException {
    Instant now = clock.instant();
    t.update(SWEEP, now);
    return t.update(
        ISSUE,
        hash,
        caller.isService(),
        caller.expiresAt(),
        now.plus(LIFETIME),
        caller.sessionId(),
        caller.userId(),
        caller.sessionId());
  }

  /**
   * Returns the caller to whom the ticket was issued. The ticket cannot be used again.
   *
   * @throws ApiException {@code unauthorized} when it is missing (null), unknown, used or expired;
   *     {@code account_disabled}
   */
  public Caller redeem(String ticket) {
    byte[] hash = OpaqueToken.hash(ticket == null ? "" : ticket);
    Stored stored =
        database
            .transaction(t -> t.first(REDEEM, Tickets::stored, hash))
            .filter(found -> found.expiresAt.isAfter(clock.instant()))
            .orElseThrow(() -> ApiException.unauthorized("The ticket is not valid."));
    if (stored.isDisabled) {
      throw Accounts.disabled();
    }
    return stored.caller;
  }

  private static Stored stored(Row row) throws SQLException {
    Caller caller =
        new Caller(
            row.uuid("user_id"),
            row.truth("is_service"),
            row.uuid("session_id"),
            row.instant("token_expires_at"));
    return new Stored(caller, row.instant("expires_at"), row.truth("is_disabled"));
  }
}
