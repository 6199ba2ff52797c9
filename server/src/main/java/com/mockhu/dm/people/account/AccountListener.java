package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * What other features do when people come, change and go. Methods with a transaction run inside the
 * one that makes the change and may fail it; the others run after the commit and must not block
 * long.
 */
public interface AccountListener {

  default void created(Transaction transaction, Collection<UUID> userIds) throws SQLException {}

  /** The name or the avatar of each. */
  default void profilesChanged(Transaction transaction, Collection<UUID> userIds)
      throws SQLException {}

  default void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {}

  /** Whether others may see the person online. */
  default void visibilityChanged(Transaction transaction, UUID userId) throws SQLException {}

  /** Remove all that is kept of the person; their row is locked and goes right after. */
  default void deleting(Transaction transaction, UUID userId) throws SQLException {}

  default void deleted(UUID userId) {}

  /** The session's tokens are good no longer. */
  default void signedOut(UUID userId, UUID sessionId) {}

  /**
   * All sessions of the person have ended.
   *
   * @param kept the only one that has not; null for none
   */
  default void signedOutElsewhere(UUID userId, UUID kept) {}

  /** The operator has disabled the account: its tokens are good no longer. */
  default void disabled(UUID userId) {}
}
