package com.mockhu.dm.identity.session;

import com.mockhu.dm.platform.Ids;
import com.mockhu.dm.platform.batch.BatchReader;
import com.mockhu.dm.platform.cache.FreshCache;
import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Database;
import com.mockhu.dm.platform.database.Transaction;
import com.mockhu.dm.platform.error.ApiException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** Opens and ends sessions, and checks the session of each request. */
public final class Sessions {
  private static final String OPEN =
      """
      INSERT INTO sessions (id, user_id, created_at, expires_at)
      SELECT ?, id, ?, ? FROM users WHERE id = ? FOR KEY SHARE
      """;

  /** Each sign-in removes some expired sessions, which needs no timer. */
  private static final String SWEEP =
      """
      DELETE FROM sessions WHERE (user_id, id) IN (
        SELECT user_id, id FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT 50
        FOR UPDATE SKIP LOCKED)
      """;

  private static final int MOST_ARRIVALS = 200;

  private final Database database;
  private final Clock clock;
  private final Duration lifetime;
  private final SessionListeners listeners;
  private final FreshCache<UUID, UUID> owners;
  private final BatchReader<UUID, UUID> arrivals = new BatchReader<>(MOST_ARRIVALS, this::owners);

  public Sessions(
      Database database,
      Clock clock,
      Duration lifetime,
      SessionListeners listeners,
      LongSupplier nanos) {
    this.database = database;
    this.clock = clock;
    this.lifetime = lifetime;
    this.listeners = listeners;
    this.owners = new FreshCache<>(nanos);
  }

  /**
   * @throws ApiException {@code unauthorized} when the person has been deleted
   */
  public IssuedSession open(Transaction t, UUID userId) throws SQLException {
    Instant now = clock.instant();
    t.update(SWEEP, now);
    UUID id = Ids.next();
    if (t.update(OPEN, id, now, now.plus(lifetime), userId) == 0) {
      throw ApiException.unauthorized("This user no longer exists.");
    }
    return new IssuedSession(id, userId, addToken(t, id, userId));
  }

  /** Issues a refresh token; the session expires with its latest one. */
  String addToken(Transaction t, UUID sessionId, UUID userId) throws SQLException {
    String token = OpaqueToken.next();
    Instant end = clock.instant().plus(lifetime);
    t.update(
        "INSERT INTO refresh_tokens (hash, user_id, session_id, expires_at) VALUES (?, ?, ?, ?)",
        OpaqueToken.hash(token),
        userId,
        sessionId,
        end);
    t.update(
        "UPDATE sessions SET expires_at = ? WHERE user_id = ? AND id = ?", end, userId, sessionId);
    return token;
  }

  /** Revokes the session's tokens: at this server at once, at others within two seconds. */
  public void close(Transaction t, UUID sessionId, UUID userId) throws SQLException {
    int closed = t.update("DELETE FROM sessions WHERE id = ? AND user_id = ?", sessionId, userId);
    if (closed > 0) {
      t.afterCommit(
          () -> {
            owners.changed(sessionId);
            listeners.signedOut(userId, sessionId);
          });
    }
  }

  /**
   * Ends all sessions of the person but one: at this server at once, at others within two seconds.
   *
   * @param kept null for none
   */
  public void closeAll(Transaction t, UUID userId, UUID kept) throws SQLException {
    List<UUID> closed =
        t.list(
            "DELETE FROM sessions WHERE user_id = ? AND id IS DISTINCT FROM ?::uuid RETURNING id",
            row -> row.uuid("id"),
            userId,
            kept);
    t.afterCommit(
        () -> {
          closed.forEach(owners::changed);
          listeners.signedOutElsewhere(userId, kept);
        });
  }

  boolean isOpen(UUID sessionId, UUID userId) {
    return owners.find(sessionId, arrivals::find).filter(userId::equals).isPresent();
  }

  private Map<UUID, UUID> owners(Collection<UUID> ids) {
    Map<UUID, UUID> found = new HashMap<>();
    database.read(
        t ->
            t.list(
                "SELECT id, user_id FROM sessions WHERE id = ANY (?)",
                row -> found.put(row.uuid("id"), row.uuid("user_id")),
                Column.uuids(ids)));
    return found;
  }
}
