package com.mockhu.dm.people.account;

import com.mockhu.dm.platform.database.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * What another feature does when accounts are created, changed or deleted. Methods with a
 * transaction run inside the transaction of the change and can fail it; the others run after its
 * commit and must not block for long.
 */
public interface AccountListener {

  /** When this listener acts, compared with those of other features. */
  AccountStage stage();

  default void created(Transaction transaction, Collection<UUID> userIds) throws SQLException {}

  /** The name or the avatar of each person has changed. */
  default void profilesChanged(Transaction transaction, Collection<UUID> userIds)
      throws SQLException {}

  default void preferencesChanged(Transaction transaction, UUID userId) throws SQLException {}

  /** The person has chosen whether others see them online. */
  default void visibilityChanged(Transaction transaction, UUID userId) throws SQLException {}

  /**
   * Removes all rows of the person. Their row in {@code users} is locked, and deleted afterwards.
   */
  default void deleting(Transaction transaction, UUID userId) throws SQLException {}

  default void deleted(UUID userId) {}

  /** The operator has disabled the account: its tokens are refused from now on. */
  default void disabled(UUID userId) {}
}
