package com.mockhu.dm.group.store;

import com.mockhu.dm.platform.database.Column;
import com.mockhu.dm.platform.database.Row;
import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Statements on {@code invitations}. */
public final class InvitationSql {
  /** How long one can be accepted. */
  public static final Duration LIFETIME = Duration.ofDays(14);

  /** How long a declined one keeps the next from being heard of. */
  public static final Duration QUIET = Duration.ofDays(30);

  private static final String SELECT =
      """
      SELECT user_id, conversation_id, invited_by, invited_at, expires_at, is_waiting, is_silent
        FROM invitations
      """;

  private InvitationSql() {}

  /**
   * @param isSilent only admins see it
   */
  public record Invitation(
      UUID userId,
      UUID conversationId,
      UUID invitedBy,
      Instant invitedAt,
      Instant expiresAt,
      boolean isWaiting,
      boolean isSilent) {

    public boolean isOpen(Instant now) {
      return isWaiting && now.isBefore(expiresAt);
    }

    /** Whether its person may hear of it. */
    public boolean isHeard(Instant now) {
      return isOpen(now) && !isSilent;
    }
  }

  private static Invitation invitation(Row row) throws SQLException {
    return new Invitation(
        row.uuid("user_id"),
        row.uuid("conversation_id"),
        row.uuid("invited_by"),
        row.instant("invited_at"),
        row.instant("expires_at"),
        row.truth("is_waiting"),
        row.truth("is_silent"));
  }

  public static void put(Transaction transaction, Invitation invitation) {
    transaction.later(
        """
        INSERT INTO invitations (user_id, conversation_id, invited_by, invited_at, expires_at,
                                 is_waiting, is_silent)
        VALUES (?, ?, ?, ?, ?, true, ?)
        ON CONFLICT (user_id, conversation_id)
        DO UPDATE SET invited_by = excluded.invited_by, invited_at = excluded.invited_at,
                      expires_at = excluded.expires_at, is_waiting = true,
                      is_silent = excluded.is_silent
        """,
        invitation.userId(),
        invitation.conversationId(),
        invitation.invitedBy(),
        invitation.invitedAt(),
        invitation.expiresAt(),
        invitation.isSilent());
  }

  public static Optional<Invitation> find(Transaction transaction, UUID userId, UUID conversationId)
      throws SQLException {
    return transaction.first(
        SELECT + " WHERE user_id = ? AND conversation_id = ?",
        InvitationSql::invitation,
        userId,
        conversationId);
  }

  /** The newest first, answered and lapsed ones too. */
  public static List<Invitation> ofPerson(Transaction transaction, UUID userId)
      throws SQLException {
    return transaction.list(
        SELECT + " WHERE user_id = ? ORDER BY invited_at DESC, conversation_id",
        InvitationSql::invitation,
        userId);
  }

  public static List<Invitation> ofGroup(Transaction transaction, UUID conversationId)
      throws SQLException {
    return transaction.list(
        SELECT + " WHERE conversation_id = ? ORDER BY invited_at DESC, user_id",
        InvitationSql::invitation,
        conversationId);
  }

  /** Those of the people who declined since then. */
  public static Set<UUID> whoDeclined(
      Transaction transaction, UUID conversationId, Collection<UUID> people, Instant since)
      throws SQLException {
    return new HashSet<>(
        transaction.list(
            """
            SELECT user_id FROM invitations
             WHERE conversation_id = ? AND user_id = ANY (?) AND declined_at > ?
            """,
            row -> row.uuid("user_id"),
            conversationId,
            Column.uuids(people),
            since));
  }

  public static void decline(
      Transaction transaction, UUID userId, UUID conversationId, Instant now) {
    transaction.later(
        """
        UPDATE invitations SET is_waiting = false, declined_at = ?
         WHERE user_id = ? AND conversation_id = ?
        """,
        now,
        userId,
        conversationId);
  }

  /** Whether it was declined, at any time. */
  public static boolean isDeclined(Transaction transaction, UUID userId, UUID conversationId)
      throws SQLException {
    return transaction.exists(
        """
        SELECT 1 FROM invitations
         WHERE user_id = ? AND conversation_id = ? AND declined_at IS NOT NULL
        """,
        userId,
        conversationId);
  }

  /**
   * They wait no more. That somebody declined stays known.
   *
   * @return those whom one was waiting for that they had heard of
   */
  public static List<UUID> close(
      Transaction transaction, UUID conversationId, Collection<UUID> people) throws SQLException {
    return transaction.list(
        """
        UPDATE invitations SET is_waiting = false
         WHERE conversation_id = ? AND user_id = ANY (?) AND is_waiting AND NOT is_silent
        RETURNING user_id
        """,
        row -> row.uuid("user_id"),
        conversationId,
        Column.uuids(people));
  }

  /** As {@link #close}, also of silent ones, and whether there was one. */
  public static boolean cancel(Transaction transaction, UUID conversationId, UUID userId)
      throws SQLException {
    return transaction.update(
            """
            UPDATE invitations SET is_waiting = false
             WHERE conversation_id = ? AND user_id = ? AND is_waiting
            """,
            conversationId,
            userId)
        > 0;
  }

  /**
   * With the group.
   *
   * @return those whom one was waiting for that they had heard of
   */
  public static List<UUID> removeAll(Transaction transaction, UUID conversationId)
      throws SQLException {
    return transaction
        .list(
            """
            DELETE FROM invitations WHERE conversation_id = ?
            RETURNING user_id, conversation_id, invited_by, invited_at, expires_at, is_waiting,
                      is_silent
            """,
            InvitationSql::invitation,
            conversationId)
        .stream()
        .filter(each -> each.isWaiting() && !each.isSilent())
        .map(Invitation::userId)
        .toList();
  }

  public static void removeAllOf(Transaction transaction, UUID userId) {
    transaction.later("DELETE FROM invitations WHERE user_id = ?", userId);
  }
}
